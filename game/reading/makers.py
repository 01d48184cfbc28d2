"""Arrays that a text names and does not write: `np.eye(3)`, `ones(3)/9`, `outer(…)`. They are written out as lists.

Nothing is evaluated: a table says which calls are known, each by its pattern, and how large what it makes will be is
looked at before it is made. A call that is not in the table stays, and is refused as what is no number.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from ..core.grid import Grid
from . import made_arrays as made
from .draft import Draft
from .errors import NotRead
from .made_arrays import MOST_MADE

MOST_CALLS = 32
"""Calls in one text that are written out."""


class Maker(NamedTuple):
    """A call: what it is, how it is recognised, and the array it makes; None where it is another call."""

    what: str
    pattern: re.Pattern[str]
    made: Callable[[re.Match[str]], Grid | None]
    remark: str = ""
    opening: str = "["


def written_out(draft: Draft) -> None:
    """Write out all calls of a text that make arrays. Raises NotRead ("too many") for larger ones than any image."""
    if _CALL.search(draft.text) is None:
        return
    left = [MOST_MADE, MOST_CALLS]
    for maker in MAKERS:

        def lists(found: re.Match[str], maker: Maker = maker) -> str:
            values = maker.made(found)
            if values is None:
                return found[0]
            left[0] -= values.size
            left[1] -= 1
            if min(left) < 0:
                raise NotRead("too many")
            if maker.remark:
                draft.say(maker.remark)
            text = _as_text(values.tolist())
            return text if maker.opening == "[" else f"{maker.opening}{text[1:-1]})"

        draft.text = maker.pattern.sub(lists, draft.text)


def _as_text(values: object) -> str:
    """Return nested lists as text, each number in full."""
    return f"[{', '.join(map(_as_text, values))}]" if isinstance(values, list) else f"{values:.17g}"


_GAP = r"\s{0,9}"
_LIBRARY = r"(?<![\w.:])(?P<library>(?:np|numpy|torch|tf|jnp|jax\.numpy|cp)\.|(?:cv::)?Mat::)?"
_TYPES = (
    r"(?:(?:(?:np|numpy|torch|tf|jnp)\.)?(?:[Ff]loat|[Uu]?[Ii]nt|[Dd]ouble|single|long|half|bool|Bool"
    r"|complex)\d{0,3}|CV_\d{1,2}[A-Z](?:C1)?)"
)
_OPTIONS = (
    rf"(?:{_GAP},{_GAP}(?:(?:dtype|device|requires_grad|order)\s?=\s?['\"]?[\w.:]{{1,20}}['\"]?"
    rf"|['\"]?{_TYPES}['\"]?))"
    r"{0,3}"
)
_LENGTHS = r"\d{1,6}(?:[\s,]{1,3}\d{1,6}){0,3},?\s?"
_SHAPE = rf"(?P<shape>\d{{1,6}}(?:\s?,\s?\d{{1,6}}){{0,3}}|\({_LENGTHS}\)|\[{_LENGTHS}\])"
_NUMBER = r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?"
_CELL = rf"{_NUMBER}(?:\s?/\s?{_NUMBER})?"
_CELLS = rf"{_CELL}(?:[\s,;]{{1,9}}{_CELL}){{0,400}}[\s,]{{0,9}}"
_ROW = (
    rf"(?:c\({_CELLS}\)|(?:[A-Za-z]{{1,12}}\.)?(?:array|tensor)\({_GAP}\[{_CELLS}\]{_GAP}\)|\[{_CELLS}\]"
    rf"|\({_CELLS}\))"
)
_LISTS = rf"(?:{_CELL}|\[[-+\d.,eE;/\s\[\]]{{1,4000}}\])"
_CALL = re.compile(
    r"(?:ones|zeros|full|fill|ConstantArray|eye|identity|diagm?|arange|range|linspace|outer|tile|repeat|repmat"
    r"|rep|reshape"
    r"|Matrix"
    r"|IdentityMatrix|I|matrix|array)(?:\{\w+\})?[(\[]|\]\.?'\s?\.?\*|\]\s?\.?\*\s?\[|%o%"
    r"|\[\s?-?\d+:-?\d|\[:, ?"
    r"(?:None|np\.newaxis)\]"
)
"""What begins one of the calls, looked for first."""
MAKERS = (
    Maker(
        "ones and zeros",
        re.compile(rf"{_LIBRARY}(?P<name>ones|zeros)\({_GAP}(?:{_TYPES},{_GAP})?{_SHAPE}{_OPTIONS}{_GAP}\)"),
        made.ones_or_zeros,
    ),
    Maker(
        "one number everywhere, its shape first",
        re.compile(
            rf"{_LIBRARY}(?:full|fill)\({_GAP}(?:size\s?=\s?)?(?=[\[(]){_SHAPE}{_GAP},{_GAP}(?:fill_value\s?=\s?)?"
            rf"(?P<value>{_CELL}){_OPTIONS}{_GAP}\)"
        ),
        made.full,
    ),
    Maker(
        "one number everywhere, its shape last",
        re.compile(rf"(?<![\w.])(?P<library>)(?:fill|repmat)\({_GAP}(?P<value>{_CELL}){_GAP},{_GAP}{_SHAPE}{_GAP}\)"),
        made.full,
    ),
    Maker(
        "one number everywhere, in Mathematica",
        re.compile(
            rf"(?<![\w.])(?P<library>)ConstantArray\[{_GAP}(?P<value>{_CELL}){_GAP},{_GAP}"
            rf"\{{(?P<shape>\d{{1,6}}(?:\s?,\s?\d{{1,6}}){{0,3}})\}}{_GAP}\]"
        ),
        made.full,
    ),
    Maker(
        "rows that count",
        re.compile(
            rf"(?<![\w\])])\[{_GAP}-?\d{{1,6}}(?::-?\d{{1,6}}){{1,2}}"
            rf"(?:[ ,;\n]{{1,9}}-?\d{{1,6}}"
            rf"(?::-?\d{{1,6}}){{1,2}})"
            rf"{{0,99}}{_GAP};?{_GAP}\]"
        ),
        made.ranges,
    ),
    Maker(
        "the identity",
        re.compile(
            rf"{_LIBRARY}(?:eye|identity)\({_GAP}{_SHAPE}(?:{_GAP},{_GAP}k\s?=\s?"
            rf"(?P<k>-?\d{{1,4}}))?{_OPTIONS}{_GAP}\)"
        ),
        made.eye,
    ),
    Maker(
        "the identity of R, Julia and Mathematica",
        re.compile(
            r"(?<![\w.])(?:diag\(\s?[1-9]\d{0,5}\s?\)|I\([1-9]\d{0,5}\)|IdentityMatrix\[[1-9]\d{0,5}\]"
            r"|Matrix(?:\{\w{1,20}\})?\(I, ?[1-9]\d{0,5}, ?[1-9]\d{0,5}\))"
        ),
        made.identity,
    ),
    Maker(
        "numbers that count",
        re.compile(
            rf"{_LIBRARY}(?P<name>arange|linspace|range)\({_GAP}"
            rf"(?P<numbers>{_NUMBER}(?:\s?,\s?{_NUMBER}){{0,2}}){_OPTIONS}{_GAP}\)"
        ),
        made.spaced,
    ),
    Maker(
        "a range that is reshaped",
        re.compile(r"(?<=reshape\()\s?(?P<first>-?\d{1,6}):(?P<last>-?\d{1,6})(?=\s?,)"),
        made.counted,
    ),
    Maker(
        "a range of which R makes a matrix",
        re.compile(r"(?:(?<=matrix\()|(?<=array\())\s?(?P<first>-?\d{1,6}):(?P<last>-?\d{1,6})(?=\s?,)"),
        made.counted,
        opening="c(",
    ),
    Maker(
        "a number that R repeats",
        re.compile(
            rf"(?<![\w.])(?P<library>)rep\(\s?(?P<value>{_CELL})\s?,\s?(?:times ?= ?)?(?P<shape>\d{{1,6}})\s?\)"
        ),
        made.full_row,
        opening="c(",
    ),
    Maker("a diagonal", re.compile(rf"{_LIBRARY}diagm?\({_GAP}(?P<row>{_ROW}){_GAP}\)"), made.diagonal),
    Maker(
        "an outer product",
        re.compile(rf"{_LIBRARY}outer\({_GAP}(?P<first>{_ROW}){_GAP},{_GAP}(?P<second>{_ROW}){_GAP}\)"),
        made.outer,
        "outer",
    ),
    Maker(
        "an outer product by signs",
        re.compile(
            rf"(\[{_CELLS}\])(?:\.?'|\[:, ?(?:None|np\.newaxis)\])\s?\.?\*\s?(\[{_CELLS}\])(?!\.?'|\[)"
            rf"|(\[{_CELL}(?:\s?;\s?{_CELL}){{1,400}}\])\s?\.?\*\s?(\[{_CELLS}\])(?!\.?'|\[)"
            rf"|(c\({_CELLS}\))\s?%o%\s?(c\({_CELLS}\))"
        ),
        made.outer_of_signs,
        "outer",
    ),
    Maker(
        "repeated",
        re.compile(
            rf"{_LIBRARY}(?P<name>tile|repeat|repmat)\({_GAP}(?P<values>{_LISTS}){_GAP},{_GAP}"
            rf"(?P<times>\d{{1,6}}(?:\s?,\s?\d{{1,6}}){{0,2}}|\({_LENGTHS}\)|\[{_LENGTHS}\])"
            rf"(?:{_GAP},{_GAP}axis\s?=\s?(?P<axis>\d))?{_GAP}\)"
        ),
        made.repeated,
    ),
    Maker(
        "another shape",
        re.compile(rf"{_LIBRARY}reshape\({_GAP}(?P<values>{_LISTS}){_GAP},{_GAP}{_SHAPE}{_GAP}\)"),
        made.reshaped,
    ),
)
