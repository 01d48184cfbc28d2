"""What the text of a flag says: a pair, a number, a name, a size, a path; or one sentence about what is wrong."""

import re
from pathlib import Path

from .core.errors import UnknownName
from .core.grid import Pair, checked_pair, checked_real, checked_whole
from .core.limits import Range
from .files.errors import FileProblem, shown
from .words.numbers import NotANumber, half_width, parse_number
from .words.plain import tidy

WINDOW_WIDTH, WINDOW_HEIGHT = Range(320, 7680), Range(240, 4320)
DISPLAY = Range(1, 64)
WHOLE = r"[+-]?[0-9]{1,12}"  # patterns are compiled where they are first used, not at each start
ONE_OR_TWO = rf"({WHOLE})(?:[x×X]({WHOLE}))?"
_TWO = rf"({WHOLE})[x×X]({WHOLE})"


def pair(flag: str, text: str, quantity: str, allowed: Range) -> Pair:
    """Return "8" as (8, 8) and "8x6" as (8, 6), rows first. Raises FileProblem or OutOfRange."""
    found = matched(ONE_OR_TWO, flag, text, "pair", allowed)
    return checked_pair((int(found[1]), int(found[2] or found[1])), quantity, allowed)


def is_pair(text: str) -> bool:
    """Tell whether a text is written as a pair is, whatever its numbers are."""
    return re.fullmatch(ONE_OR_TWO, half_width(text).strip()) is not None


def whole(flag: str, text: str, quantity: str, allowed: Range) -> int:
    """Return a whole number in the range. Raises FileProblem or OutOfRange."""
    return checked_whole(int(matched(WHOLE, flag, text, "whole number", allowed)[0]), quantity, allowed)


def real(flag: str, text: str, quantity: str, allowed: Range) -> float:
    """Return a real number in the range. Raises FileProblem or OutOfRange."""
    try:
        number = parse_number(text)
    except NotANumber as error:
        raise wrong(flag, text, "number", allowed) from error
    return checked_real(number, quantity, allowed)


def position(flag: str, text: str, steps: int) -> float:
    """Return a position on a walk of so many steps. Raises FileProblem or OutOfRange."""
    return real(flag, text, "position", Range(0, steps))


def window(flag: str, text: str) -> tuple[int, int]:
    """Return "1280x800" as (1280, 800), width first. Raises FileProblem or OutOfRange."""
    found = matched(_TWO, flag, text, "window size")
    width = checked_whole(int(found[1]), "window width", WINDOW_WIDTH)
    return width, checked_whole(int(found[2]), "window height", WINDOW_HEIGHT)


def name(text: str, kind: str, allowed: tuple[str, ...]) -> str:
    """Return a name as the program has it: capitals, hyphens and low lines do not matter. Raises UnknownName."""
    plain = tidy(text)
    if plain not in allowed:
        raise UnknownName(kind, shown(text, 40), allowed)
    return plain


def picture_path(flag: str, text: str) -> Path:
    """Return the path of a picture that is to be written. Raises FileProblem unless it ends in .png."""
    if not text.lower().endswith(".png"):
        raise wrong(flag, text, "png file")
    return Path(text)


def matched(pattern: str, flag: str, text: str, wanted: str, allowed: Range | None = None) -> re.Match[str]:
    """Return what a pattern finds in the whole text of a flag, or raise FileProblem."""
    found = re.fullmatch(pattern, half_width(text).strip())
    if found is None:
        raise wrong(flag, text, wanted, allowed)
    return found


def wrong(flag: str, text: str, wanted: str, allowed: Range | None = None) -> FileProblem:
    """Return the problem of a flag whose text is not what is wanted."""
    low, high = allowed or (None, None)
    return FileProblem("flag_wrong", flag=flag, text=shown(text, 40), wanted=wanted, low=low, high=high)
