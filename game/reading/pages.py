"""Pages of HTML and filters of SVG: what of them is numbers, and tags in which numbers would be lost."""

from __future__ import annotations

import re

from .draft import Draft, scaled_by
from .errors import NotRead
from .number_text import number_of

_TABLE = re.compile(r"(?i)<(m?table)\b[^<>]*>")
_TAG = re.compile(r"<(?=[^\s<>])([^<>]*)")
_QUOTED = re.compile(r"[\w:-]\s?=\s?(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s<>\"'/]+)")
_LOST = re.compile(r"(?<![\w.])[-+]?\.?\d[\d.,]*")
_SVG = re.compile(r"<(?:\w{1,20}:)?feConvolveMatrix\b([^<>]*)>?")
_ATTRIBUTE = re.compile(r"\b(order|kernelMatrix|divisor)\s?=\s?[\"']([^\"'<>]*)[\"']")
_VISIBLE = re.compile(r"<[^<>]*>|\s+")


def check_tags(text: str) -> None:
    """Raise NotRead for a number that stands in a tag, in the place of its name or of an attribute."""
    for found in _TAG.finditer(text):
        lost = _LOST.search(_QUOTED.sub(" ", found[1]))
        if lost is not None:
            raise NotRead("sign", sign=found[0][:40])


def table_of(draft: Draft) -> None:
    """Leave of a page nothing but the tables, from the first to the last; it is said where a page stood around."""
    start = _TABLE.search(draft.text)
    if start is None:
        return
    end = draft.text.lower().rfind(f"</{start[1].lower()}")
    end = len(draft.text) if end < start.start() else end
    around = draft.text[: start.start()] + draft.text[end:]
    if any(map(str.isalnum, _VISIBLE.sub("", around))):
        draft.say("around")
    draft.text = draft.text[start.start() : end]


def svg_kernel(draft: Draft) -> bool:
    """Take the kernel of a filter of SVG, where the text has one: its numbers in a row, its order as the shape.

    Raises NotRead ("sign") for several, and for a tag with slips in it. A divisor that is not there would be the sum
    in SVG; it is not made up.
    """
    found = list(_SVG.finditer(draft.text))
    if not found:
        return False
    named = dict(_ATTRIBUTE.findall(found[0][1]))
    if len(found) > 1 or "kernelMatrix" not in named or ("divisor" in found[0][1]) != ("divisor" in named):
        raise NotRead("sign", sign="feConvolveMatrix")
    check_tags(found[0][0])
    around = draft.text[: found[0].start()] + draft.text[found[0].end() :]
    unknown = _ATTRIBUTE.sub("", found[0][1])
    if any(map(str.isdigit, unknown)) or any(map(str.isalnum, _VISIBLE.sub("", around))):
        draft.say("around")
    order = named.get("order", "3")
    if re.fullmatch(r"\s*\d{1,3}(?:[\s,]+\d{1,3})?\s*", order) is None:
        raise NotRead("sign", sign=order)
    lengths = [int(length) for length in re.findall(r"\d+", order)]
    draft.shape = (lengths[-1], lengths[0])
    if named.get("divisor", "").strip():
        _divided_by(draft, named["divisor"].strip())
    draft.text = " ".join(re.split(r"[\s,]+", named["kernelMatrix"].strip()))
    return True


def _divided_by(draft: Draft, word: str) -> None:
    if number_of(word) is None:
        raise NotRead("sign", sign=word)
    scaled_by(draft, word, below=True)
