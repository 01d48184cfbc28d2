"""Large texts: what little stands around their numbers is peeled off as of a short text, with a stand-in for these.

Looking for every notation in megabytes takes long. So where all but a few signs are those of plain numbers, the rules
see only the rest.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from .around import inner_texts
from .code import without_code
from .draft import Draft
from .ends import peeled
from .labels import without_labels
from .markup import without_markup

MOST_AROUND = 4000
"""Signs, other than those of plain numbers, that a large text may have for this."""
MOST_LABELS = 200
"""Lines of words in it."""
_SIGNS = b"0123456789.eE+-,; \t\n%[]{}"
_LISTS = re.compile(r"[\d.eE+,\[\]{}\s-]+")
_LABEL = re.compile(r"(?m)^(?:, , [^\n]*|[^\n]{0,400}?[^\d.eE+,;\s%-][^\n]{0,400})$")
_STAND_IN = "[[7]]"
_GRID = "7 7\n7 7"


def without_surroundings(draft: Draft) -> None:
    """Take off what stands around the numbers of a large text, where that is little; what is left says the rest."""
    if len(draft.text.encode("ascii", "replace").translate(None, _SIGNS)) > MOST_AROUND:
        return
    if not _lists(draft):
        _labels(draft)


def _lists(draft: Draft) -> bool:
    """Leave the lists alone of a text that has them in one place; tell whether it is so."""
    text = draft.text
    if "[" not in text and "{" not in text:
        return False
    run = max(_LISTS.finditer(text), key=lambda found: len(found[0]), default=None)
    first = None if run is None else re.search(r"[\[{]", run[0])
    if run is None or first is None:
        return False
    start = run.start() + first.start()
    end = _end(text, start, run.end())
    if start + len(text) - end > MOST_AROUND:
        return False
    short = Draft(text[:start] + _STAND_IN + text[end:])
    _carried_out(short, (without_markup, without_labels, peeled, without_code, peeled))
    left = re.fullmatch(r"([(\s]*)\[\[7\]\]([)\s]*)", short.text)
    if left is None or left[1].count("(") != left[2].count(")"):
        return False
    vars(draft).update(vars(short))
    draft.text = text[start:end].replace("{", "[").replace("}", "]")
    return True


def _end(text: str, start: int, end: int) -> int:
    """Return where the lists that begin at `start` end: brackets behind them that close others are not theirs."""
    surplus = sum(text.count(sign, start, end) * way for sign, way in (("]", 1), ("}", 1), ("[", -1), ("{", -1)))
    while True:
        end = max(text.rfind("]", start, end), text.rfind("}", start, end)) + 1
        if surplus <= 0 or not end:
            return max(end, start)
        end, surplus = end - 1, surplus - 1


def _labels(draft: Draft) -> None:
    """Put an empty line in the place of each line over a grid, as between grids that have no lines over them."""
    found = list(_LABEL.finditer(draft.text))
    if not 0 < len(found) <= MOST_LABELS:
        return
    parts, at = [], 0
    for line in found:
        parts += [draft.text[at : line.start()], "" if _is_label(line[0], draft) else line[0]]
        at = line.end()
    draft.text = "".join([*parts, draft.text[at:]])


def _is_label(line: str, draft: Draft) -> bool:
    """Tell whether a line is left out over a grid, and say what is said of that."""
    short = Draft(f"{line}\n{_GRID}")
    _carried_out(short, (without_markup, without_labels))
    if short.text.strip() == _GRID:
        for remark in short.remarks:
            draft.say(remark.key, **dict(remark.fields))
        return True
    if any(inner.strip() == _GRID for inner in inner_texts(f"{line}\n\n{_GRID}")):
        draft.say("around")
        return True
    return False


def _carried_out(draft: Draft, steps: tuple[Callable[[Draft], None], ...]) -> None:
    for step in steps:
        step(draft)
