"""What stands before numbers: names, keys, factors, calls."""

from __future__ import annotations

import re

from .number_text import NUMBER
from .peels import (
    DIVISOR,
    FACTOR,
    Peel,
    columns_named,
    divided,
    filters_last,
    lengthened,
    negative,
    shaped,
    times,
    transposed,
    turned,
)

_KEYED = r"\s{0,99}[\"'][^\"'\n]{0,60}[\"']\s?:"
HEADS = (
    Peel(
        "weights of TensorFlow",
        re.compile(r"\s{0,99}<tf\.Variable\b[^\n]{0,300}?numpy\s?=\s{0,99}"),
        filters_last,
    ),
    Peel(
        "a kernel of TensorFlow",
        re.compile(
            r"\s{0,99}<tf\.Tensor: shape=\((?!1, )\d{1,6}, (?!1, )\d{1,6}, 1, 1\)[^\n]{0,300}?numpy\s?=\s{0,99}"
        ),
        filters_last,
    ),
    Peel(
        "the name of a tensor",
        re.compile(
            r"\s{0,99}[A-Za-z_][\w.]{0,80}(?:\s?:\s{0,9}|[ \t]*\n\s{0,9})(?=(?:tensor|array|Array)\("
            r"|Parameter cont)"
        ),
    ),
    Peel("a tensor of TensorFlow", re.compile(r"\s{0,99}<tf\.Tensor\b[^\n]{0,300}?numpy\s?=\s{0,99}")),
    Peel("a table of xarray", re.compile(r"\s{0,99}<xarray\.[^\n]{0,300}>[^\n]{0,40}\n\s{0,9}(?=array)")),
    Peel(
        "a name with a type",
        re.compile(
            r"\s{0,99}[A-Za-z_](?:[ \t](?![-+.]?\d)|(?<=[;,])[ \t]|[^=\n'\"({ \t<]|<(?!-)){0,150}"
            r"(?:=|<-|←)(?!=)\s{0,99}"
        ),
        shaped,
    ),
    Peel(
        "a name of Fortran",
        re.compile(
            r"(?i)\s{0,99}(?:real|integer|double precision)[^\n=]{0,60}::\s?\w{1,40}(?:\([\d,: ]{1,40}\))?\s?=\s?"
        ),
    ),
    Peel("the begin of a formula of spreadsheets, or of Typst", re.compile(r"\s{0,99}(?:=\s{0,9}(?=\{)|\$\s{0,9})")),
    Peel(
        "a name of C++ without a sign of equality",
        re.compile(
            r"\s{0,99}(?:[A-Za-z_][\w:]{0,60} ){0,3}[\w:]{1,60}\s?<[\w:<>, ]{1,120}>\s+[A-Za-z_]\w{0,60}\s?(?=\{)"
        ),
    ),
    Peel(
        "a call that turns", re.compile(r"\s{0,99}(?:(?:np|numpy|jnp|tf)\.)?transpose\(\s?(?=[\[(A-Za-z])"), transposed
    ),
    Peel("a call of R that turns", re.compile(r"\s{0,99}t\((?=c\(|matrix|rbind|cbind|\[)"), turned),
    Peel("columns that R binds", re.compile(r"\s{0,99}cbind\b\s?(?=\()"), turned),
    Peel(
        "columns that NumPy binds",
        re.compile(r"\s{0,99}(?:np|numpy)\.(?:c_(?=\[)|column_stack\((?=[\[(]))"),
        turned,
    ),
    Peel("columns by name", re.compile(rf"\s{{0,99}}(?:pd\.|pl\.|pandas\.)?DataFrame\((?=\{{{_KEYED})"), columns_named),
    Peel("columns by name in R", re.compile(r"\s{0,99}(?:data\.frame|tibble|data\.table)(?=\()"), columns_named),
    Peel("grids one behind another in MATLAB", re.compile(r"\s{0,99}cat\(\s?3\s?,\s?(?=\[)")),
    Peel(
        "a new length of 1",
        re.compile(r"\s{0,99}(?:[a-z]{1,10}\.)?(?:expand_dims|unsqueeze)\(\s?(?=[\[(A-Za-z])"),
        lengthened,
    ),
    Peel("a minus before", re.compile(r"\s{0,99}-(?=[\[({]|[A-Za-z_.:]{1,40}\(\s?[\[({])"), negative),
    Peel("a key", re.compile(r"\s{0,99}\{?\s{0,99}(?:\"[^\"\n]{0,80}\"|'[^'\n]{0,80}')\s?:\s{0,99}(?=[\[({A-Za-z])")),
    Peel("a word before", re.compile(r"\s{0,99}(?:return|print|disp|display|echo)\b\s{0,99}(?=[\[({])")),
    Peel(
        "a factor in parentheses",
        re.compile(rf"\s{{0,99}}\(\s?({FACTOR})\s?\)\s{{0,99}}(?:\.?\*\s{{0,99}}|(?=[\[({{]))"),
        times,
    ),
    Peel("a factor", re.compile(rf"\s*({FACTOR})\s*(?:\.?\*(?!\*)|x(?=\s?[\[({{]))\s*"), times),
    Peel("a fraction before brackets", re.compile(rf"\s{{0,99}}({NUMBER}/{NUMBER})\s{{0,99}}(?=[\[({{])"), times),
    Peel(
        "a divisor in words",
        re.compile(rf"(?i)\s{{0,99}}{DIVISOR}\s?[:=]?\s?({FACTOR})\s{{0,99}}(?:[,;\n]\s{{0,99}})?"),
        divided,
    ),
    Peel(
        "a factor in words",
        re.compile(rf"(?i)\s{{0,99}}(?:factor|times|multiplied by)\s?[:=]?\s?({FACTOR})\s{{0,99}}[,;\n]\s{{0,99}}"),
        times,
    ),
    Peel(
        "a name on the line of the first row",
        re.compile(
            rf"(?i)\s{{0,99}}(?!Unnamed|{DIVISOR}|factor|times|bias|offset)[a-z][^\n\d:=,;\t]{{0,60}}:[ \t]{{1,9}}"
            r"(?=[-+.\d][^\n:]{0,400}[ ,;\t][^\n:]{1,4000}\n[^:a-z]+\Z)"
        ),
    ),
)
