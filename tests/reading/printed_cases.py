"""Texts as pandas, SymPy, NumPy and tabulate print them, with the numbers that were printed."""

from __future__ import annotations

from typing import Any

BOX = [[1, 2, 1], [2, 4, 2], [1, 2, 1]]
SIXTEENTHS = [[0.0625, 0.125, 0.0625], [0.125, 0.25, 0.125], [0.0625, 0.125, 0.0625]]

PRINTED_CASES: tuple[tuple[str, Any], ...] = (
    (
        "[[np.True_, np.False_, np.False_, np.False_], [np.False_, np.True_, np.True_, np.True_], "
        "[np.False_, np.False_, np.False_, np.False_]]",
        [[1, 0, 0, 0], [0, 1, 1, 1], [0, 0, 0, 0]],
    ),
    ("x  0  1  2\ny         \n0  1  2  1\n1  2  4  2\n2  1  2  1", BOX),
    (
        "||    ||   0 ||   1 ||   2 ||\n|  0 |   1 |   2 |   1 |\n|  1 |   2 |   4 |   2 |\n|  2 |   1 |   2 |   1 |",
        BOX,
    ),
    ("=  =  =\n1  2  1\n2  4  2\n1  2  1\n=  =  =", BOX),
    (
        "====  ===  ===  ===\n  ..    0    1    2\n====  ===  ===  ===\n   0    1    2    1\n"
        "   1    2    4    2\n   2    1    2    1\n====  ===  ===  ===",
        BOX,
    ),
    (
        '||<style="text-align: right;">  1  ||<style="text-align: right;">  2  '
        '||<style="text-align: right;">  1  ||\n'
        '||<style="text-align: right;">  2  ||<style="text-align: right;">  4  '
        '||<style="text-align: right;">  2  ||\n'
        '||<style="text-align: right;">  1  ||<style="text-align: right;">  2  '
        '||<style="text-align: right;">  1  ||',
        BOX,
    ),
    (
        "\\begin{longtable}{rrrr}\n\\hline\n    &   0 &   1 &   2 \\\\\n\\hline\n\\endhead\n"
        "  0 &   1 &   2 &   1 \\\\\n  1 &   2 &   4 &   2 \\\\\n  2 &   1 &   2 &   1 \\\\\n\\hline\n"
        "\\end{longtable}",
        BOX,
    ),
    ("|>. 1  |>. 2 |>. 1 |\n|>. 2  |>. 4 |>. 2 |\n|>. 1  |>. 2 |>. 1 |", BOX),
    (
        "|_.     |_.   0 |_.   1 |_.   2 |\n|>.  0  |>.   1 |>.   2 |>.   1 |\n"
        "|>.  1  |>.   2 |>.   4 |>.   2 |\n|>.  2  |>.   1 |>.   2 |>.   1 |",
        BOX,
    ),
    ('[cols=">3,>3,>3"]\n|====\n| 1 | 2 | 1 \n| 2 | 4 | 2 \n| 1 | 2 | 1 \n|====', BOX),
    (
        '[cols=">4,>5,>5,>5",options="header"]\n|====\n|    |   0 |   1 |   2 \n|  0 |   1 |   2 |   1 \n'
        "|  1 |   2 |   4 |   2 \n|  2 |   1 |   2 |   1 \n|====",
        BOX,
    ),
    (
        '[{"0":true,"1":false,"2":false,"3":false},{"0":false,"1":true,"2":true,"3":true},{"0":fals'
        'e,"1":false,"2":false,"3":false}]',
        [[1, 0, 0, 0], [0, 1, 1, 1], [0, 0, 0, 0]],
    ),
    (
        "MutableDenseMatrix([[Rational(1, 16), Rational(1, 8), Rational(1, 16)], [Rational(1, 8), "
        "Rational(1, 4), Rational(1, 8)], [Rational(1, 16), Rational(1, 8), Rational(1, 16)]])",
        SIXTEENTHS,
    ),
    ("[1/16  1/8  1/16]\n[               ]\n[1/8   1/4  1/8 ]\n[               ]\n[1/16  1/8  1/16]", SIXTEENTHS),
    (
        "\\left(\\frac{1}{2}\\right) \\left[\\begin{matrix}\\frac{1}{16} & \\frac{1}{8} & "
        "\\frac{1}{16}\\\\\\frac{1}{8} & \\frac{1}{4} & \\frac{1}{8}\\\\\\frac{1}{16} & \\frac{1}{8} & "
        "\\frac{1}{16}\\end{matrix}\\right]",
        [[0.03125, 0.0625, 0.03125], [0.0625, 0.125, 0.0625], [0.03125, 0.0625, 0.03125]],
    ),
    (
        "    ⎡1/16  1/8  1/16⎤\n    ⎢               ⎥\n1/2⋅⎢1/8   1/4  1/8 ⎥\n    ⎢               ⎥\n"
        "    ⎣1/16  1/8  1/16⎦",
        [[0.03125, 0.0625, 0.03125], [0.0625, 0.125, 0.0625], [0.03125, 0.0625, 0.03125]],
    ),
    ("Matrix([[1/16, 1/8, 1/16], [1/8, 1/4, 1/8], [1/16, 1/8, 1/16]], storage = rectangular)", SIXTEENTHS),
)
"""Each text, and its numbers as lists."""
