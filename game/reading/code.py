"""What programs write around numbers: names, types, calls, options. All of it is peeled off, layer by layer."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from .draft import Draft, Rule, carried_out, scaled_by
from .number_text import NUMBER

_TYPE = r"(?:\w+(?:\.|::))*(?:float|u?int|double|single|complex|bool|half|long|short|u?byte|uchar|CV_|bfloat|object)\w*"
_OPTION = (
    r"(?:dtype|device|requires_grad|grad_fn|layout|copy|order|ndmin|weak_type|names|memory_format|name|trainable"
    r"|index|columns|type|ctx|tensor_type|is_leaf|stop_gradient|place|sharding|fill_value|mask|options)"
)
_SHAPE_OF = r"(?:shape|size|dims?)\s?[=:]\s?(?:torch\.Size)?\(?[\[(]?([\d,*x \t]{1,60})[\])]?\)?"
_VALUE = (
    r"(?:<[^<>\n]{0,200}>|\"[^\"\n]{0,80}\"|'[^'\n]{0,80}'|\[[^\[\]]{0,200}\]"
    r"|[\w.:-]+(?:\([^()\n]{0,80}\))?|\([^()\n]{0,80}\))"
)
_NAMES = (
    r"n?d?array|as_?array|tensor|as_tensor|matrix|mat|Mat\w*|constant|convert_to_tensor|Variable|Parameter|Tensor"
    r"|\w+Tensor|DeviceArray|ArrayImpl|DataFrame|Series|ImmutableMatrix|ImmutableDenseMatrix|SMatrix|MMatrix"
    r"|list|tuple|gpuArray|stack|torch\.stack|vstack|Matrix\{\w+\}|List|vec!|parameter|data\.matrix|masked_array"
)
_NO_CHANGE = (
    r"astype|to|type|cuda|cpu|float|double|half|int|long|numpy|tolist|copy|clone|detach|contiguous|eval|item"
    r"|unsqueeze_?|squeeze|requires_grad_|asType|to_numpy|block_until_ready"
)

EVERYWHERE = (
    Rule("scalars of a type", re.compile(rf"\b{_TYPE}\(\s?['\"]?({NUMBER})['\"]?\s?\)"), r"\1"),
    Rule(
        "fractions as calls",
        re.compile(r"\b(?:\w+\.)?(?:Rational|Fraction|S)\(\s?['\"]?(-?\d{1,30})\s?[,/]\s?(\d{1,30})['\"]?\s?\)"),
        r"\1/\2",
    ),
    Rule("options by name", re.compile(rf",\s{{0,99}}{_OPTION}\s?=\s?{_VALUE}")),
    Rule("types as options", re.compile(rf",\s{{0,99}}['\"]?{_TYPE}['\"]?(?=\s{{0,99}}[,)>])")),
    Rule("sizes that Julia and pandas print", re.compile(r"\d+(?:[x*]\d+)+ [\w.]*(?:\{[^{}\n]{0,60}\})+:?")),
    Rule("containers that PyTorch names", re.compile(r"(?:Parameter|Variable) containing:")),
    Rule("what pandas says at the end", re.compile(r"\[\d+ rows? [x*] \d+ columns?\]")),
    Rule("what old PyTorch says at the end", re.compile(r"\[(?:\w+\.)+\w*Tensor of size [\dx]+(?: \([^()\n]*\))?\]")),
    Rule(
        "names of what makes arrays",
        re.compile(
            rf"(?<![\w.])(?:[A-Za-z]\w{{0,40}}(?:\.|::)){{0,4}}(?:{_NAMES})(?:\s?<[^<>\n]{{0,60}}>)?\s?(?=[\[({{])"
        ),
    ),
    Rule(
        "types before brackets",
        re.compile(r"(?<![\w.])(?:Float|U?Int|single|double|u?int|float)(?:\d\d?)?\s?(?=[\[({])"),
    ),
    Rule("new arrays", re.compile(r"\bnew \w+ ?(?:\[[\d, ]{0,20}\] ?){1,4}")),
    Rule("parts of a fraction apart", re.compile(r"(?<=[\d.])[ \t]*//?[ \t]*(?=[-+]?[\d.])"), "/"),
    Rule("percent signs apart", re.compile(r"(?<=[\d.])[ \t]+%"), "%"),
)
"""What may stand anywhere in a text."""


class Peel(NamedTuple):
    """Something at one end of a text: what it is, how it is recognised, and what it tells."""

    what: str
    pattern: re.Pattern[str]
    tells: Callable[[Draft, re.Match[str]], None] | None = None


def _shaped(draft: Draft, found: re.Match[str]) -> None:
    """Remember the lengths in brackets behind a name of C."""
    lengths = tuple(int(length) for length in re.findall(r"\[\s?(\d{1,6})\s?\]", found[0]))
    draft.shape = lengths if len(lengths) > 1 else draft.shape


def _reshaped(draft: Draft, found: re.Match[str]) -> None:
    lengths = tuple(int(length) for length in re.findall(r"-?\d{1,6}", found[1]))
    draft.shape = lengths or draft.shape


def _times(draft: Draft, found: re.Match[str]) -> None:
    scaled_by(draft, found[1], below=False)


def _divided(draft: Draft, found: re.Match[str]) -> None:
    scaled_by(draft, found[1], below=True)


def _by_sign(draft: Draft, found: re.Match[str]) -> None:
    scaled_by(draft, found[2], below=found[1] == "/")


_FACTOR = rf"(?:{NUMBER}[fF]?(?:\s?\.?/\s?{NUMBER}[fF]?)?)"
HEADS = (
    Peel("a tensor of TensorFlow", re.compile(r"\s*<tf\.(?:Tensor|Variable)\b[^\n]{0,300}?numpy\s?=\s*")),
    Peel(
        "a name with a type",
        re.compile(
            r"\s*(?:(?:let|var|const|auto|static|self)\b[^=\n'\"(]{0,150}|[A-Za-z_][^=\n'\"({]{0,150})(?:=|:=|<-|←)(?!=)\s*"
        ),
        _shaped,
    ),
    Peel("a key", re.compile(r"\s*\{?\s*(?:\"[^\"\n]{0,80}\"|'[^'\n]{0,80}')\s?:\s*(?=[\[({A-Za-z])")),
    Peel("a word before", re.compile(r"\s*(?:return|print|disp|display|echo)\b\s*(?=[\[({])")),
    Peel("a factor in parentheses", re.compile(rf"\s*\(\s?({_FACTOR})\s?\)\s*\.?\*?\s*(?=[\[({{\d+-])"), _times),
    Peel("a factor", re.compile(rf"\s*({_FACTOR})\s*\.?\*(?!\*)\s*"), _times),
    Peel("a fraction before brackets", re.compile(rf"\s*({NUMBER}/{NUMBER})\s*(?=[\[({{])"), _times),
    Peel(
        "a divisor in words",
        re.compile(rf"(?i)\s*(?:divisor|scale|divided? by|normali[sz]ation)\s?[:=]?\s?({_FACTOR})\s*(?:[,;\n]\s*)?"),
        _divided,
    ),
    Peel(
        "a factor in words",
        re.compile(rf"(?i)\s*(?:factor|times|multiplied by)\s?[:=]?\s?({_FACTOR})\s*[,;\n]\s*"),
        _times,
    ),
)
_CLOSED = r"(?<=[\])}])"
TAILS = (
    Peel("an end", re.compile(r"(?:[ \n]+|(?<=[\])}])[\s;,>]+)\Z")),
    Peel("a size", re.compile(rf",?\s*{_SHAPE_OF}\s*(?=\)?\s*\Z)\Z"), _reshaped),
    Peel("a call that changes no number", re.compile(rf"\.(?:{_NO_CHANGE})\([^()\n]{{0,80}}\)\Z")),
    Peel("a new shape", re.compile(r"\.(?:reshape|view)\(\s?\(?([-\d,\s]{1,60})\)?\s?\)\Z"), _reshaped),
    Peel("a divisor or factor", re.compile(rf"{_CLOSED}\s*\.?([*/])\s*\(?\s?({_FACTOR})\s?\)?\Z"), _by_sign),
    Peel("a divisor or factor on its own line", re.compile(rf"\n\s*([*/])\s*\(?({_FACTOR})\)?\Z"), _by_sign),
    Peel("a factor behind a matrix", re.compile(rf"[ \t\n]\*\s*\(?({_FACTOR})\)?\Z"), _times),
    Peel(
        "a later line that divides or multiplies",
        re.compile(rf"\n\s*\w+ ?(?:= ?\w+ ?)?([*/]) ?=? ?\(?({_FACTOR})\)?\Z"),
        _by_sign,
    ),
    Peel(
        "a divisor in words",
        re.compile(
            rf"(?i)[\s,;(]+(?:divisor|scale|divided? by|normali[sz]ation)\s?[:=]?\s?({_FACTOR})\)?"
            r"(?:[\s,;]{0,9}(?:offset|bias)\s?[:=]?\s?0(?:\.0*)?)?\Z"
        ),
        _divided,
    ),
    Peel(
        "a factor in words",
        re.compile(rf"(?i)[\s,;(]+(?:factor|times|multiplied by)\s?[:=]?\s?({_FACTOR})\)?\Z"),
        _times,
    ),
)
_LOOK = 600
"""Characters at an end in which something to peel off is looked for."""
_ROUNDS = 12


def peeled(draft: Draft) -> None:
    """Take off all that programs write around numbers."""
    carried_out(draft, EVERYWHERE)
    for _ in range(_ROUNDS):
        before = draft.text
        for peel in HEADS:
            found = peel.pattern.match(draft.text)
            if found is not None and found.end() < len(draft.text):
                _told(draft, peel, found)
                draft.text = draft.text[found.end() :]
        for peel in TAILS:
            _cut_tail(draft, peel)
        _without_lone_parts(draft)
        if draft.text == before:
            return


def _cut_tail(draft: Draft, peel: Peel) -> None:
    start = max(0, len(draft.text) - _LOOK)
    found = peel.pattern.search(draft.text[start:])
    if found is not None and (start or found.start()):
        _told(draft, peel, found)
        draft.text = draft.text[: start + found.start()]


def _told(draft: Draft, peel: Peel, found: re.Match[str]) -> None:
    if peel.tells is not None:
        peel.tells(draft, found)


_PAIRS = {"(": ")", "{": "}", "[": "]"}


def _without_lone_parts(draft: Draft) -> None:
    """Take off a brace or parenthesis at the end whose partner was peeled off at the begin."""
    text = draft.text.rstrip()
    for opening, closing in _PAIRS.items():
        if text.endswith(closing) and text.count(closing) == text.count(opening) + 1:
            draft.text = text[:-1]
            return
