"""A scenario as a document of LaTeX: matrices under their titles."""

from __future__ import annotations

import re

from ..files.exported import Exported
from .sheet import Table, sheet_of

_SIGNS = {
    "\\": r"\textbackslash{}",
    **{sign: f"\\{sign}" for sign in "{}$&#%_"},
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    '"': r"\textquotedbl{}",
    "'": r"\textquotesingle{}",
    "`": r"\textasciigrave{}",
    "-": r"{-}",  # two would be a dash
    "−": r"\ensuremath{-}",
    "×": r"\ensuremath{\times}",
    "÷": r"\ensuremath{\div}",
    "≈": r"\ensuremath{\approx}",
    "[": r"{[}",  # after a line break it would be a length
    "]": r"{]}",
}
"""Signs that mean something in LaTeX, or that its usual fonts do not have, as it writes them."""
_FITTED = r"""\newsavebox{\fittedbox}
\newcommand{\fitted}[1]{\sbox{\fittedbox}{$#1$}%
\ifdim\wd\fittedbox>\linewidth\sbox{\fittedbox}{\resizebox{\linewidth}{!}{\usebox{\fittedbox}}}\fi
\ifdim\dimexpr\ht\fittedbox+\dp\fittedbox\relax>0.9\textheight
\sbox{\fittedbox}{\resizebox*{!}{0.9\textheight}{\usebox{\fittedbox}}}\fi
\usebox{\fittedbox}}
"""
"""The command that makes a matrix as small as the page is."""
_EXPONENT = re.compile(r"e(-?\d+)$")


def latex_file(what: Exported) -> bytes:
    """Return the document in UTF-8. Titles are escaped: nothing in them is a command."""
    sheet = sheet_of(what)
    widest = max(len(table.rows[0]) for table in sheet.tables)
    parts = (
        "% Made with Kernelscope. A title in a script that is not Latin needs LuaLaTeX or XeLaTeX: here it is ?\n"
        "\\documentclass{article}\n\\usepackage[T1]{fontenc}\n\\usepackage[a4paper,margin=15mm]{geometry}\n"
        f"\\usepackage{{amsmath}}\n\\usepackage{{graphicx}}\n\\usepackage{{textcomp}}\n{_FITTED}{_known(sheet.title)}"
        f"\\setcounter{{MaxMatrixCols}}{{{max(10, widest)}}}\n\\setlength{{\\parindent}}{{0pt}}\n\\begin{{document}}",
        f"\\section*{{{escaped(sheet.title)}}}",
        *map(escaped, sheet.settings),
        *map(_matrix, sheet.tables),
        "\\\\\n".join(map(escaped, sheet.equation)),
        "\\end{document}\n",
    )
    return "\n\n".join(parts).encode()


def _known(text: str) -> str:
    """Return what pdfLaTeX has to be told of the signs of a text that its fonts do not have: to set "?" for each."""
    signs = sorted({sign for sign in text if not sign.isascii() and sign not in _SIGNS})
    return "".join(
        rf"\ifdefined\DeclareUnicodeCharacter\ifcsname u8:\detokenize{{{sign}}}\endcsname\else"
        rf"\DeclareUnicodeCharacter{{{ord(sign):04X}}}{{?}}\fi\fi"
        for sign in signs
    )


def escaped(text: str) -> str:
    """Return a line that is set as it stands."""
    return "".join(_SIGNS.get(sign, sign) for sign in text)


def _matrix(table: Table) -> str:
    rows = " \\\\\n".join(" & ".join(map(_number, row)) for row in table.rows)
    return f"{escaped(table.title)}\n\\[\n\\fitted{{\\begin{{bmatrix}}\n{rows}\n\\end{{bmatrix}}}}\n\\]"


def _number(text: str) -> str:
    """Return a number as it is shown, in the marks of mathematics."""
    plain = text.replace("−", "-").replace("≈", r"\approx ")
    return _EXPONENT.sub(r"\\cdot 10^{\1}", plain)
