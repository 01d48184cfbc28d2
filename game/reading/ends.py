"""What stands before and behind numbers: names, keys, factors, divisors, calls. It is peeled off, layer by layer."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from .draft import Draft, scaled_by
from .number_text import NUMBER


class Peel(NamedTuple):
    """Something at one end of a text: what it is, how it is recognised, and what it tells."""

    what: str
    pattern: re.Pattern[str]
    tells: Callable[[Draft, re.Match[str]], None] | None = None


_NO_NUMBERS = re.compile(
    r"\[\s?\d{0,6}\s?\]|\[{1,4}[A-Za-z]\w{0,20}(?:; ?\d{1,6}\]){1,4}|<[\w:<>, ]{0,120}>|\[[^\[\]\d]{0,60}\]"
)
"""Lengths and types in a name of C, C++ or Rust; other digits in it are numbers."""


def _shaped(draft: Draft, found: re.Match[str]) -> None:
    """Remember the lengths in brackets behind a name of C."""
    lengths = tuple(int(length) for length in re.findall(r"\[\s?(\d{1,6})\s?\]", found[0]))
    name = _NO_NUMBERS.sub(" ", found[0])
    if re.search(r"(?<!\w)\d", name):
        draft.say("around" if "[" in name else "label")
    draft.shape = lengths if len(lengths) > 1 else draft.shape


def _reshaped(draft: Draft, found: re.Match[str]) -> None:
    lengths = tuple(int(length) for length in re.findall(r"-?\d{1,6}", found[1]))
    draft.shape = lengths or draft.shape


def _turned(draft: Draft, _: re.Match[str]) -> None:
    draft.turned = not draft.turned


def _transposed(draft: Draft, _: re.Match[str]) -> None:
    draft.transposed = not draft.transposed


def _filters_last(draft: Draft, _: re.Match[str]) -> None:
    draft.filters_last = True


def _times(draft: Draft, found: re.Match[str]) -> None:
    scaled_by(draft, found[1], below=False)


def _divided(draft: Draft, found: re.Match[str]) -> None:
    scaled_by(draft, found[1], below=True)


def _left_out(draft: Draft, _: re.Match[str]) -> None:
    draft.say("around")


def _by_sign(draft: Draft, found: re.Match[str]) -> None:
    scaled_by(draft, found[2], below=found[1] == "/")


_NO_CHANGE = (
    r"astype|to|type|cuda|cpu|float|double|half|int|long|numpy|tolist|copy|clone|detach|contiguous|eval|item"
    r"|unsqueeze_?|squeeze|requires_grad_|asType|to_numpy|block_until_ready"
)
_FACTOR = rf"(?:{NUMBER}[fF]?(?:\s?\.?/\s?{NUMBER}[fF]?)?)"
_DIVISOR = r"(?:divisor|scale|divided? by|normali[sz]ation)"
HEADS = (
    Peel(
        "weights of TensorFlow",
        re.compile(r"\s{0,99}<tf\.Variable\b[^\n]{0,300}?numpy\s?=\s{0,99}"),
        _filters_last,
    ),
    Peel("a tensor of TensorFlow", re.compile(r"\s{0,99}<tf\.Tensor\b[^\n]{0,300}?numpy\s?=\s{0,99}")),
    Peel(
        "a name with a type",
        re.compile(
            r"\s{0,99}[A-Za-z_](?:[ \t](?![-+.]?\d)|(?<=[;,])[ \t]|[^=\n'\"({ \t<]|<(?!-)){0,150}"
            r"(?:=|<-|←)(?!=)\s{0,99}"
        ),
        _shaped,
    ),
    Peel("the begin of a formula of spreadsheets, or of Typst", re.compile(r"\s{0,99}(?:=\s{0,9}(?=\{)|\$\s{0,9})")),
    Peel(
        "a name of C++ without a sign of equality",
        re.compile(
            r"\s{0,99}(?:[A-Za-z_][\w:]{0,60} ){0,3}[\w:]{1,60}\s?<[\w:<>, ]{1,120}>\s+[A-Za-z_]\w{0,60}\s?(?=\{)"
        ),
    ),
    Peel(
        "a call that turns", re.compile(r"\s{0,99}(?:(?:np|numpy|jnp|tf)\.)?transpose\(\s?(?=[\[(A-Za-z])"), _transposed
    ),
    Peel("a call of R that turns", re.compile(r"\s{0,99}t\((?=c\(|matrix|rbind|cbind|\[)"), _turned),
    Peel("columns that R binds", re.compile(r"\s{0,99}cbind\b\s?(?=\()"), _turned),
    Peel("a key", re.compile(r"\s{0,99}\{?\s{0,99}(?:\"[^\"\n]{0,80}\"|'[^'\n]{0,80}')\s?:\s{0,99}(?=[\[({A-Za-z])")),
    Peel("a word before", re.compile(r"\s{0,99}(?:return|print|disp|display|echo)\b\s{0,99}(?=[\[({])")),
    Peel(
        "a factor in parentheses",
        re.compile(rf"\s{{0,99}}\(\s?({_FACTOR})\s?\)\s{{0,99}}(?:\.?\*\s{{0,99}}|(?=[\[({{]))"),
        _times,
    ),
    Peel("a factor", re.compile(rf"\s*({_FACTOR})\s*\.?\*(?!\*)\s*"), _times),
    Peel("a fraction before brackets", re.compile(rf"\s{{0,99}}({NUMBER}/{NUMBER})\s{{0,99}}(?=[\[({{])"), _times),
    Peel(
        "a divisor in words",
        re.compile(rf"(?i)\s{{0,99}}{_DIVISOR}\s?[:=]?\s?({_FACTOR})\s{{0,99}}(?:[,;\n]\s{{0,99}})?"),
        _divided,
    ),
    Peel(
        "a factor in words",
        re.compile(rf"(?i)\s{{0,99}}(?:factor|times|multiplied by)\s?[:=]?\s?({_FACTOR})\s{{0,99}}[,;\n]\s{{0,99}}"),
        _times,
    ),
)
_CLOSED = r"(?<=[\])}])"
TAILS = (
    Peel("an end", re.compile(r"(?:[ \n]+|(?<=[\])}])[\s;,>$]+|(?<=\d);)\Z")),
    Peel("a sign of turning", re.compile(r"(?<=[\])}])\.?(?:'|\^T)\Z"), _turned),
    Peel("the same in Python", re.compile(r"(?<=[\])}])\.(?:T|t\(\)|transpose\(\))\Z"), _transposed),
    Peel("what it is convolved with", re.compile(r"(?<=[\])}])\s{0,9}[*@]\s{0,9}[A-Za-z]\w{0,40}\Z"), _left_out),
    Peel("a call that changes no number", re.compile(rf"\.(?:{_NO_CHANGE})\([^()\n]{{0,80}}\)\Z")),
    Peel("a new shape", re.compile(r"\.(?:reshape|view)\(\s?\(?([-\d,\s]{1,60})\)?\s?\)\Z"), _reshaped),
    Peel("a divisor or factor", re.compile(rf"{_CLOSED}\s*\.?([*/])\s*\(?\s?({_FACTOR})\s?\)?\Z"), _by_sign),
    Peel(
        "a divisor or factor on its own line", re.compile(rf"\n\s{{0,99}}([*/])\s{{0,99}}\(?({_FACTOR})\)?\Z"), _by_sign
    ),
    Peel("a factor behind a matrix", re.compile(rf"[ \t\n]\*\s{{0,99}}\(?({_FACTOR})\)?\Z"), _times),
    Peel(
        "a later line that divides or multiplies",
        re.compile(rf"\n\s{{0,99}}\w+ ?(?:= ?\w+ ?)?([*/]) ?=? ?\(?({_FACTOR})\)?\Z"),
        _by_sign,
    ),
    Peel(
        "a divisor in words",
        re.compile(
            rf"(?i)[\s,;(]+{_DIVISOR}\s?[:=]?\s?({_FACTOR})\)?"
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
    """Take off all that programs and people write before and behind numbers."""
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
