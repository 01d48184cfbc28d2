"""How large the card's numbers are written."""

from __future__ import annotations

from ..ui.place import GridPlace
from ..ui.typeface import SMALLEST_NUMBER, Typeface
from .numbers import DENSE_WIDTH, NumberLook, gap_of, largest_in, room

LEAST = 0.85  # of Present's smallest number: the card repeats what Kernel and Products show in large


def card_look(
    typeface: Typeface, image: NumberLook, place: GridPlace, texts: tuple[str, ...], smallest: int
) -> NumberLook:
    """Return the look of the card's numbers: that of the pixels, smaller where one of these texts is wider than theirs.

    Where one does not fit even at the smallest size the card has none: cells without a number beside others that have
    one look empty.
    """
    least = max(SMALLEST_NUMBER, round(smallest * LEAST))
    sizes = (largest_in(typeface, text, place.pitch, least, image.size, DENSE_WIDTH) for text in texts)
    return image.changed(size=min(sizes))


def pair_size(
    typeface: Typeface, look: NumberLook, place: GridPlace, weight: str, smallest: int = 0, decimals: int = 2
) -> int:
    """Return the font size of "pixel × weight" on two lines in a cell; 0 where it would be under the smallest.

    `weight` is the widest one.
    """
    smallest = smallest or SMALLEST_NUMBER
    longest = "× −0." + "0" * max(decimals, 2), f"× {weight}"
    size = min(round(look.size * 0.8), int(place.pitch * 0.27))
    while size >= smallest and max(typeface.width(text, size, True) for text in longest) > min(
        room(place) + 4, place.pitch - gap_of(typeface, size)
    ):
        size -= 1
    return size if size >= smallest and look.size else 0
