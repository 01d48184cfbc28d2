"""What stands beside and above the wall of Present: titles, the image in front with its letters, the map in front."""

from __future__ import annotations

from ...input.intent import Intent
from ...input.walk_intents import BringChannel, BringColour
from ...play.moment import Moment
from ...session.facts.layers import Lanes, LayerFacts
from ...ui.geometry import EMPTY, Rect
from ...ui.stage_wall import LEAST, LINE, SMALL_TITLE, TITLE, WallStage
from ...ui.typeface import SMALLEST_NUMBER
from ...ui.widgets.base import Answer, Widget
from ...words.texts import text
from ..flat import source_image
from ..frame import StillFrame
from ..making import BlankOutput, making_of
from ..output import Output
from ..pencil import Pencil
from ..places import Looks
from ..titles import line, title_words
from .badge import Badge
from .channels import PatchOutline
from .pooled import stands_of

WIDEST = 3.5  # times its height: the button of the colour picture
BESIDE_TITLE = 16  # units from the image's title to the badge of what is in front


class ChannelLetter(Badge, kw_only=True):
    """A channel's letter below the image; a press brings the channel forward."""

    intents: tuple[Intent, ...]

    captures = True

    def press(self, x: float, y: float) -> Answer:
        """Bring the channel forward."""
        del x, y
        return self.intents


def wall_titles(frame: StillFrame, layer: LayerFacts, places: WallStage) -> tuple[Widget, ...]:
    """Return the titles, and the badge of the channel in front."""
    front, large, small = places.lanes[0], places.size(TITLE), places.size(SMALL_TITLE)
    several, rows = layer.filters > 1 and frame.side.counted, places.classes
    which = text("present.map.of", map=layer.filter + 1, count=layer.filters) if several else text("lanes.output")
    which = text("present.classes") if rows.h else which
    gradient = frame.still.titles.gradient
    which = title_words("output", covered=False, gradient=gradient) if gradient else which
    middle, end = front.patch.rect.x, frame.layout.whole.right
    first = places.front.x if layer.channels > 1 else middle
    lasts = first, end if layer.pooling else front.kernel.rect.x, front.products.rect.x, end, middle
    products = EMPTY if layer.pooling else front.products.rect
    named = (
        (
            "image",
            places.image.rect,
            "text",
            title_words("image", frame.side.covered, frame.side.result.scenario.maps_before, gradient),
            small,
        ),
        ("patch", front.patch.rect, "text", text("lanes.patch"), large),
        ("kernel", front.kernel.rect, "kernel_text", title_words("kernel", covered=False, gradient=gradient), large),
        ("products", products, "product_text", title_words("products", covered=False), large),
        ("output", rows if rows.h else places.output.rect, "output_text", which, small),
    )
    found: list[Widget] = []
    for (name, rect, role, words, size), last in zip(named, lasts, strict=True):
        if not rect.h:  # a pooling has neither kernel nor products
            continue
        high = round(size * 1.3)
        corner = rect.x, rect.y - high - places.size(6 if size == small else 12)
        font = frame.type.largest(words, last - places.size(6) - rect.x, True, size) or size
        found.append(line(frame, f"title {name}", corner, high, words, font, role, bold=True))
    if layer.channels > 1:
        found.extend(_front_badge(frame, layer, places, found[0].rect.right))
    return tuple(found)


def _front_badge(frame: StillFrame, layer: LayerFacts, places: WallStage, title: int) -> tuple[Widget, ...]:
    """Return the badge of what is in front, which ends above the image's right edge; behind a title that is wider.

    title: where the image's title ends. None where the badge has no room for a letter that can be read: the letters
    below the image alone say what is in front then.
    """
    rect, letter = places.front, layer.letters[layer.channel]
    size, wide = max(9, round(rect.h * 0.6)), rect.w
    if layer.mixed and not frame.side.covered:
        letter, room = text("lanes.colour"), rect.right - title - size
        size = max(1, frame.type.largest(letter, room - size, True, size))
        wide = frame.type.width(letter, size, True) + size
    if size < SMALLEST_NUMBER:
        return ()
    x = min(rect.right - wide, max(places.image.rect.right - wide, title + places.size(BESIDE_TITLE)))
    place = Rect.of(x, rect.y, wide, rect.h)
    return (Badge(name="front badge", rect=place, unit=places.unit, letter=letter, size=size, lit=True),)


def image_and_map(
    frame: StillFrame, moment: Moment, parts: Lanes, places: WallStage, looks: Looks
) -> tuple[Widget, ...]:
    """Return the image in front with the patch's outline, the letters of the channels, and the map in front."""
    side, layer = frame.side, frame.side.layer
    readable = looks.image.size >= places.size(LEAST)  # what is not read from the back row is told by its shade
    shown = looks if readable else looks.changed(image=looks.image.changed(size=0))
    found: list[Widget] = [source_image(frame, places.image, shown)]
    if moment.cell is not None and side.placed:
        rect = places.image.block(*moment.card, *side.result.scenario.kernel_extent)
        found.append(PatchOutline(name="patch", rect=rect.inset(-2), unit=places.unit * 4))
    if layer is not None and places.letters:
        for index, (place, letter) in enumerate(zip(places.letters, layer.letters, strict=True)):
            lit = index == layer.channel and not layer.mixed
            found.append(_channel_letter(place, places, index, letter, lit))
        if layer.colour:
            found.append(_colour_button(frame, places, layer.mixed))
    return (*found, *_map(frame, moment, parts, places, looks))


def _channel_letter(place: Rect, places: WallStage, index: int, letter: str, lit: bool) -> ChannelLetter:
    """Return the letter of a channel, which answers a press."""
    size = max(9, round(place.h * (0.6 if len(letter) == 1 else 0.52)))
    return ChannelLetter(
        name=f"channel {letter}",
        rect=place,
        unit=places.unit,
        letter=letter,
        size=size,
        lit=lit,
        about=text("lanes.channel.front" if lit else "lanes.channel.tip", channel=letter),
        intents=(BringChannel(index),),
    )


def _colour_button(frame: StillFrame, places: WallStage, lit: bool) -> ChannelLetter:
    """Return what brings the colour picture forward, beside the letters of its channels."""
    (first, second, *_), last, words = places.letters, places.letters[-1], text("lanes.colour")
    x = last.right + second.x - first.right
    rect = Rect.of(x, last.y, min(max(last.w, places.front.right - x), WIDEST * last.h), last.h)
    return ChannelLetter(
        name="channel colour",
        rect=rect,
        unit=places.unit,
        letter=words,
        size=max(1, frame.type.largest(words, rect.w * 0.84, True, round(rect.h * 0.6))),
        lit=lit,
        about=text("lanes.colour.front" if lit else "lanes.colour.tip"),
        intents=(BringColour(on=True),),
    )


def _map(frame: StillFrame, moment: Moment, parts: Lanes, places: WallStage, looks: Looks) -> tuple[Widget, ...]:
    """Return the map in front; a live cell that is too small for its number has it on a plate above it."""
    side, place, board = frame.side, places.output, frame.side.boards.output
    if places.classes.h:
        from .classes import wall_classes  # few layers are the last one of a network

        return wall_classes(frame, parts, places)
    if not side.sized:
        size = place.rect.h // 3
        return (BlankOutput(name="grid output", rect=place.rect, unit=places.text, radius=places.px(9), size=size),)
    whole = Output(name="grid output", rect=place.rect, place=place, board=board, made=moment.made, look=looks.output)
    now = moment.changed(shown_sum=stands_of(parts.column))
    making = making_of(Pencil(place, looks.output), now, side.asked, board)
    if making is None:
        return (whole,)
    small = looks.output.size < places.size(LEAST)
    return whole, making.tagged(places.size(LINE * 0.85), frame.type) if small else making
