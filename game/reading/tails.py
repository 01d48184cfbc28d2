"""What stands behind numbers: divisors, factors, calls, the sign of turning."""

from __future__ import annotations

import re

from .peels import DIVISOR, FACTOR, Peel, by_sign, by_sum, divided, left_out, reshaped, times, transposed, turned

_NO_CHANGE = (
    r"astype|to|type|cuda|cpu|float|double|half|int|long|numpy|tolist|copy|clone|detach|contiguous|eval|item"
    r"|unsqueeze_?|squeeze|requires_grad_|asType|to_numpy|block_until_ready"
)
_CLOSED = r"(?:(?<=[\])}])|(?<=\.T)|(?<=\]'))"
TAILS = (
    Peel("an end", re.compile(r"(?:[ \n]+|(?<=[\])}])[\s;,>$]+)\Z")),
    Peel("a sign of turning", re.compile(r"(?<=[\])}])\.?(?:'|\^T)\Z"), turned),
    Peel("the same in Python", re.compile(r"(?<=[\])}])\.(?:T|t\(\)|transpose\(\))\Z"), transposed),
    Peel("what it is convolved with", re.compile(r"(?<=[\])}])\s{0,9}[*@]\s{0,9}[A-Za-z]\w{0,40}\Z"), left_out),
    Peel(
        "new lengths of 1",
        re.compile(r"(?<=[\])}])\[(?:(?:None|(?:np|tf|jnp)\.newaxis|\.\.\.|:)(?:\s?,\s?)?){1,6}\]\Z"),
    ),
    Peel(
        "a kind that Haskell and TypeScript write behind", re.compile(r"(?<=[\])}])\s?(?:::|as)\s[\w\[\]<> ]{1,60}\Z")
    ),
    Peel(
        "a divisor that is their sum",
        re.compile(
            r"[;\n]\s{0,99}\w{1,40} ?(?:/=|= ?\w{1,40} ?\.?/) ?"
            r"(?:(?:np\.|torch\.)?sum\(\w{1,40}(?:\(:\))?(?:, ?'all')?\)|sum\(sum\(\w{1,40}\)\)|\w{1,40}\.sum\(\))\Z"
        ),
        by_sum,
    ),
    Peel("a call that changes no number", re.compile(rf"\.(?:{_NO_CHANGE})\([^()\n]{{0,80}}\)\Z")),
    Peel(
        "a new shape",
        re.compile(r"\.(?:reshape|view)\(\s?\(?([-\d,\s]{1,60}?)\)?(?:,\s?order\s?=\s?['\"]([CF])['\"])?\s?\)\Z"),
        reshaped,
    ),
    Peel("a name behind an arrow of R", re.compile(r"(?<=[\])])\s?->\s?[A-Za-z][\w.]{0,60}\Z")),
    Peel(
        "what xarray says below",
        re.compile(r"(?<=[\])])\n(?:Dimensions without coordinates|Coordinates|Attributes):[\s\S]{0,500}\Z"),
        left_out,
    ),
    Peel("a divisor or factor", re.compile(rf"{_CLOSED}\s*\.?([*/x])\s*\(?\s?({FACTOR})\s?\)?\Z"), by_sign),
    Peel(
        "a divisor or factor on its own line", re.compile(rf"\n\s{{0,99}}([*/])\s{{0,99}}\(?({FACTOR})\)?\Z"), by_sign
    ),
    Peel("a factor behind a matrix", re.compile(rf"[ \t\n]\*\s{{0,99}}\(?({FACTOR})\)?\Z"), times),
    Peel(
        "a later line that divides or multiplies",
        re.compile(rf"[;\n]\s{{0,99}}\w+ ?(?:= ?\w+ ?)?([*/]) ?=? ?\(?({FACTOR})\)?\Z"),
        by_sign,
    ),
    Peel(
        "a divisor in words",
        re.compile(
            rf"(?i)[\s,;(]+{DIVISOR}\s?[:=]?\s?({FACTOR})\)?"
            r"(?:[\s,;]{0,9}(?:offset|bias)\s?[:=]?\s?0(?:\.0*)?)?\Z"
        ),
        divided,
    ),
    Peel(
        "a factor in words",
        re.compile(rf"(?i)[\s,;(]+(?:factor|times|multiplied by)\s?[:=]?\s?({FACTOR})\)?\Z"),
        times,
    ),
)
