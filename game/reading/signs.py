"""The signs of all scripts and keyboards that stand for digits, minus, spaces, fractions: turned to the plain ones."""

from __future__ import annotations

import re
import sys
import unicodedata

import numpy as np

from .errors import NotRead

MOST_SIGNS = 5000
"""Different signs beyond ASCII in one text; no table of numbers has so many."""
MOST_FRACTIONS = 70_000
"""Fractions in small digits, which take longer than others."""
_SPECIAL = {
    **dict.fromkeys("−⁻₋➖﹣－˗⎼", "-"),
    **dict.fromkeys("×✕✖∗⋅·∙", "*"),
    **dict.fromkeys("÷⁄∕", "/"),
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‘’‚‛′", "'"),
    **dict.fromkeys("⎡⎢⎣⎤⎥⎦⎛⎜⎝⎞⎟⎠⎧⎨⎩⎪⎫⎬⎭│┃║┆┊╎‖∥", "|"),
    **dict.fromkeys("⟨〈【〔⟦", "["),
    **dict.fromkeys("⟩〉】〕⟧", "]"),
    **dict.fromkeys("，、﹐،", ","),
    **dict.fromkeys("；﹔؛", ";"),
    **dict.fromkeys("…⋯", "..."),
    **dict.fromkeys("⋮⋱", "..."),
    **dict.fromkeys("\u2028\u2029\x85", "\n"),
    "⁺": "+",
    "＋": "+",
    "٫": ".",
    "\u2800": " ",
}
_LONG = 20_000
"""Characters from which on a table of all signs is worth its making."""
_FULL_WIDTH = 0xFEE0
_RAISED = re.compile("[⁺⁻]?[⁰¹²³⁴-⁹]{1,9}[⁄/][₀-₉]{1,9}")
"""A fraction of small digits, such as ¹⁄₁₆."""
_FRACTION = re.compile(r"(?<![\d.,])(\d{0,9})(\0\d+/\d+\0)")
"""A vulgar fraction as it is turned for a start, and the whole number that it belongs to."""


def plain_signs(text: str) -> str:
    """Return a text in which digits, signs, spaces and brackets are those of every keyboard; ½ is 1/2.

    Signs that have no such meaning stay. Raises NotRead ("kinds") for more different ones than any
    script has, and ("too many") for more fractions than any image has pixels.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate({0x0B: "\n", 0x0C: "\n", 0x00: " "})
    if text.isascii():
        return text
    if text.count("\u2044") > MOST_FRACTIONS:
        raise NotRead("too many")
    text = _RAISED.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    signs = {sign for sign in set(text) if sign > "\x7f"}
    if len(signs) > MOST_SIGNS:
        raise NotRead("kinds")
    turned = _translated(text, {sign: _plain(sign) for sign in signs})
    if turned.count("\0") > 2 * MOST_FRACTIONS:
        raise NotRead("too many")
    return re.sub(r"\0", " ", _FRACTION.sub(_mixed, turned)) if "\0" in turned else turned


def _translated(text: str, plain: dict[str, str]) -> str:
    """Return a text with some signs turned; in a long one those of one for one at once, the few others one by one."""
    if len(text) < _LONG:
        return text.translate({ord(sign): turned for sign, turned in plain.items()})
    for sign, turned in plain.items():
        if len(turned) > 1:
            text = text.replace(sign, turned)
    table = np.arange(sys.maxunicode + 1, dtype=np.uint32)
    for sign, turned in plain.items():
        if len(turned) == 1:
            table[ord(sign)] = ord(turned)
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    return table[codes].tobytes().decode("utf-32-le", "surrogatepass")


def _plain(sign: str) -> str:
    """Return what one sign beyond ASCII stands for."""
    if sign in _SPECIAL:
        return _SPECIAL[sign]
    kind = unicodedata.category(sign)
    if kind == "No" or kind == "Nl":
        return _fraction(sign)
    if kind == "Nd":
        return str(unicodedata.decimal(sign))
    if kind == "Pd":
        return "-"
    if kind in ("Zs", "Cf"):
        return " "
    if 0xFF01 <= ord(sign) <= 0xFF5E:
        return chr(ord(sign) - _FULL_WIDTH)
    return "-" if "─" <= sign <= "╿" else sign  # lines of boxes


def _fraction(sign: str) -> str:
    """Return ½ as "1/2" between marks, ⅟ as "1/"; ² and ⓶ as they are, for they belong to no plain number."""
    found = unicodedata.normalize("NFKC", sign)
    above, slash, below = found.partition("\u2044")
    if not slash:
        return sign
    return f"\0{above}/{below}\0" if below else f"{above}/"


def _mixed(found: re.Match[str]) -> str:
    """Return a whole number and the fraction right behind it as one fraction: 1½ is 3/2."""
    above, _, below = found[2].strip("\0").partition("/")
    if not found[1]:
        return f"{above}/{below}"
    return f"{int(found[1]) * int(below) + int(above)}/{below}"
