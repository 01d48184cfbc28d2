"""Texts that are hard to read: a few signs over and over, so that patterns look again and again, or lists pile up."""

from __future__ import annotations

import re
import time
from contextlib import suppress

from game.core.errors import ConvolutionError
from game.reading.text import LIMIT, RICH, read_numbers

UNITS = (
    *("[", "{{", "1,", "1 ", "1e5 ", ",", " ,", " ;", "\t", "\n", "1\n", "9", "x ", "a.a.", "½", "1½ ", "¹⁄₁₆"),
    *("１", "1\u2009", "|", "|\n"),
    *("<td>", "<td 5", "<td a=1 ", "/*", "# x\n", "| 1 | 2 |\n", "---|", "\\\\", "\\ &", "\\frac{1}{2}"),
    *("\\begin{matrix}", "{1}", "[1,", "[1],", "([", "array(", "(1/2)*", "1/", "a=", "a:\n", "1.1.", "1e", "%", '"1",'),
    *("```\n", "> a\n", "In [1]:"),
    *(
        "Sobel X\n1 2\n\n",
        "Here are words 1 of it.\n",
        "- - 1\n",
        "[1]a{",
        "{1\\",
        "full((1,",
        "a<b,c> k",
        '{"a":1},',
        "&#49;",
        "np.eye(3) ",
        "ones(255)",
        "np.tile([1",
        "outer(c(1,2), ",
        "[1 2 1]'*",
        "[1;2;",
        "reshape(1:9, ",
        "1.234,5\t",
        "1 000\t",
        "1'234 ",
        "1_000_",
        "TRUE ",
        "P2 1 ",
        "[ 1 ]\n",
        "[ 1 ] / 2\n",
        "• 1\n",
        '"1,234.5",',
        "\\end{a}^",
        "1 / ",
        "[1;;",
        "[1:2;",
        "■(1&2@",
        "⎡1⎤\n",
        "a|1|\n",
        "[,1]\n[1,] 1\n",
        "1 \\\n1 1\n\n",
        "{| \n|-\n| 1 || 1\n",
        "[td]1",
        "||1",
        "1: 1\n",
        "* 1\n",
        ">>> 1\n1\n",
        "```\n1\n",
        "; k = k / sum(k)",
        '{"a": [1], ',
        "('a', tensor([[1]",
        "{1`, ",
        "1*10^1 ",
        "1f1 ",
        "2×2 a(:\n",
        "rows: 1 cols: 1 ",
        "Kernel(1,1,(",
        "mat3(vec3(1)",
        "-[",
        "= =\n",
        "x: 1 ",
        "0,01\n",
        "'1', ",
        "[0] = {",
        "---\n1 1\n1 1\n",
    ),
)
"""Of each of these a whole text is made."""
LENGTHS = (RICH, LIMIT)
"""Characters: of the longest text in which all is looked for, and of the longest that is read."""
MOST_TIMES = 8.0
"""How many times as long as a plain look at each sign of the longest text the reading of any may take."""


def of_length(unit: str, length: int) -> str:
    """Return a text of a unit over and over, of so many bytes at most."""
    return unit * (length // len(unit.encode()))


def plain_look() -> float:
    """Return the seconds that `re.findall` takes for each sign of the longest text."""
    text = of_length("1 ", LIMIT)
    began = time.process_time()
    re.findall(r"\d|\s", text)
    return time.process_time() - began


def reading(text: str) -> float:
    """Return the seconds that reading a text takes, or refusing it."""
    began = time.process_time()
    with suppress(ConvolutionError):
        read_numbers(text)
    return time.process_time() - began
