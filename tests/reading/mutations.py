"""Cases with something changed in them, and a count of the numbers in a text that knows nothing of the reader."""

from __future__ import annotations

import random
import re

from .cases import CASES

_SIGNS = " \n\t,;[](){}|&.-+/*%#'\"=:0159ax<>\\½−…e"
_NO_DATA = re.compile(
    r"(?m:^ *\d+[×x]\d[^\n]*$)|\w*\W?\d+ \d+ ?[$⍴]|\([\d ,]*\.,\.\)|Type\{[\d,]*\}|rows:\s*\d+|cols:\s*\d+"
    r"|\(\(?\d, ?\d\)?,"
    r"|, \d, \d\)$|[\])],\s*\[[\d,\s]*\]|\w+\(\d+\)(?= \[)|Matrix\(\d, \d,|\*\^-?\d|10\^?\{?-?[\d⁻³]*\}?"
    r"|general\s+\d \d\n"
    r"|\[:, ?:(?:, ?\d)+\]|strides=\[[\d,]*\]|, shape=[^\n]*|Out:?\[\d+\]|precision=\d+|torch\.Size\([^()]*\)?"
    r"|YAML:[^\n]*"
    r"|\d rows x \d columns"
    r"|<style=[^>\n]*>|\{\|[^\n]*"
    r"|CPU[^\n]*"
    r"|array<.{0,30}?>\(|Fl\w+\(\d\)|f-?\d\b|\[\w*=\"[^\"\n]*\"|<\w*32, \d>|#\d?[aA](?=\()|k\(\d,\d\)"
    r"|reshape\([\d, ]*|\(:,:,\d\)"
    r"|<tf[^\n]*|shape=[\[(][\d, ]*[\])]|\w*[A-Za-z_]\w*\d\w*|reshape\([\d,]*\)|<<?\s*\w+>\([\d, ]*\)|\w+\[\d\]\[\d\]?"
    r"|\(\(\d,\s?\d\)|ncol=\d|nrow=\d|\[[\d,]+\]\s|\d+[x×]\d*:?|\d+:|cuda:\d|, , \d|\(:,:,\d\)"
    r"|\[\d; ?\d|; ?\d+\]|; ?\d|Rational\(\W?\d(?=, \d)|, ?\d>|order=\"[\d,\s]*\"|id=\"\w*\""
    r"|dtype=[^,)]*|[dD]im ?= ?c\([\dL, ]*\)|(?:\[\d*\]){1,2}(?=[a-z{])"
    r"|<[\w:<>, ]*> \w+(?=\{)|\w+\[\d+-?\u2212?\]|Out[\[|]*\d+\]|\w+='[^']*'|divisor[ =]*\"\d+\"|\((?=[^()\n]*\)\n)"
    r"|\w+\(\d(?:, ?\d)+\)|\(\(\d, \d\)|Matrix\{[^\n}]*\}+"
    r"|(?:In|Out) ?\[\d+\]|(?<=\]), ?\d, ?\d\)|(?:arange|linspace)\([\d., ]*\)|\[2pt\]|n(?:row|col) ?= ?\d|<[\w.' ]*>"
    r"|Columns? \d+(?: through \d+)?|\w+\(\s*\d+,(?=\s*\d+\))"
)
"""Digits that are sizes, names and places in the texts of the cases."""
_RUN = re.compile(r"\d+(?:\.\d*|,\d+)?(?:[eEdD][+-]?\d+)?")


def mutated(seed: int) -> str:
    """Return a case with a few signs put in, left out or changed for others."""
    chance = random.Random(seed)
    signs = list(chance.choice(CASES)[0])
    for _ in range(chance.choice((1, 1, 2, 3))):
        at = chance.randrange(len(signs) + 1)
        way = chance.random()
        if way < 0.4:
            signs.insert(at, chance.choice(_SIGNS))
        elif way < 0.7:
            del signs[at : at + 1]
        else:
            signs[at : at + 1] = [chance.choice(_SIGNS)]
    return "".join(signs)


def numbers_in(text: str) -> int:
    """Return how many numbers stand in a text at least; those of a fraction, or with decimals, count as one."""
    bare = _NO_DATA.sub(" ", text.replace("{,}", ","))
    fractions = (
        len(re.findall(r"[\d.]\s*\|?[/\u2044]+\s*[-+]?\.?\d", bare))
        + len(re.findall(r"frac", bare))
        + len(re.findall("[½¼]", bare))
    )
    return len(_RUN.findall(bare)) - fractions
