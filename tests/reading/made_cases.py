"""Arrays that a text names and does not write; separators of thousands; truths; pictures that are texts."""

from __future__ import annotations

from typing import Any

EYE = [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
NINTHS = [[1 / 9] * 3] * 3
SIXTEENTHS = [[0.0625, 0.125, 0.0625], [0.125, 0.25, 0.125], [0.0625, 0.125, 0.0625]]
COUNT = [[0, 1, 2], [3, 4, 5], [6, 7, 8]]
BOARD = [[0, 1, 0, 1], [1, 0, 1, 0], [0, 1, 0, 1], [1, 0, 1, 0]]

MADE_CASES: tuple[tuple[str, Any], ...] = (
    *((text, EYE) for text in ("np.eye(3)", "eye(3)", "diag(3)", "I(3)", "IdentityMatrix[3]", "np.identity(3)")),
    *((text, EYE) for text in ("Matrix(I, 3, 3)", "Matrix{Float64}(I, 3, 3)", "torch.eye(3)", "np.diag([1, 1, 1])")),
    ("eye(2,3)", [[1, 0, 0], [0, 1, 0]]),
    ("np.eye(2, 3, k=1, dtype=np.float32)", [[0, 1, 0], [0, 0, 1]]),
    *((text, NINTHS) for text in ("np.ones((3, 3)) / 9", "ones(3)/9", "np.full((3,3), 1/9)", "fill(1/9, 3, 3)")),
    *((text, NINTHS) for text in ("repmat(1/9, 3, 3)", "matrix(1/9, nrow=3, ncol=3)", "torch.ones(1, 1, 3, 3) / 9")),
    *((text, NINTHS) for text in ("matrix(rep(1/9, 9), 3, 3)", "kernel = np.ones((3, 3), np.float32) / 9")),
    ("np.ones(3)/4", [[0.25, 0.25, 0.25]]),
    ("np.zeros((2,2))", [[0, 0], [0, 0]]),
    ("zeros(2,3)", [[0, 0, 0], [0, 0, 0]]),
    ("ones(Float32, 1, 2)", [[1, 1]]),
    ("tf.ones([2, 1])", [[1], [1]]),
    ("diag(c(1,2))", [[1, 0], [0, 2]]),
    ("diag([1 2])", [[1, 0], [0, 2]]),
    *((text, COUNT) for text in ("np.arange(9).reshape(3,3)", "np.arange(9).reshape((3, -1))")),
    *((text, COUNT) for text in ("torch.arange(9.).reshape(3, 3)", "np.reshape(np.arange(9), (3, 3))")),
    *((text, COUNT) for text in ("matrix(0:8, 3, 3, byrow=TRUE)", "reshape(0:8, 3, 3)'", "t(matrix(0:8, nrow=3))")),
    ("matrix(c(1,2,3,4), nrow=2)", [[1, 3], [2, 4]]),
    ("reshape([1 2 3 4 5 6], 2, 3)", [[1, 3, 5], [2, 4, 6]]),
    ("array(1:8, dim = c(2, 2, 2))", [[[1, 3], [2, 4]], [[5, 7], [6, 8]]]),
    ("np.arange(0, 1, 0.25)", [[0, 0.25, 0.5, 0.75]]),
    ("np.linspace(0, 1, 5)", [[0, 0.25, 0.5, 0.75, 1]]),
    *((text, SIXTEENTHS) for text in ("np.outer([1,2,1],[1,2,1])/16", "outer(c(1,2,1), c(1,2,1))/16")),
    *((text, SIXTEENTHS) for text in ("[1 2 1]'*[1 2 1]/16", "[1;2;1]*[1 2 1]/16", "c(1,2,1) %o% c(1,2,1) / 16")),
    ("np.outer(np.ones(2), np.arange(3))", [[0, 1, 2], [0, 1, 2]]),
    ("np.tile([[0, 1], [1, 0]], (2, 2))", BOARD),
    ("np.tile([1, -1], (2, 1))", [[1, -1], [1, -1]]),
    ("np.repeat([[1, 2]], 3, axis=0)", [[1, 2]] * 3),
    ("np.repeat([1, 2], 2)", [[1, 1, 2, 2]]),
    ("np.array([[1, 2], [3, 4]]).T", [[1, 3], [2, 4]]),
    ("np.array([1, 2, 1]).T", [[1, 2, 1]]),
    ("np.transpose([[1, 2], [3, 4]])", [[1, 3], [2, 4]]),
    ("1.234,5\t2\n3\t1.000", [[1234.5, 2], [3, 1000]]),
    ("1.234.567;-1\n3;0,5", [[1234567, -1], [3, 0.5]]),
    ("1'234 5\n6 7\u2019000", [[1234, 5], [6, 7000]]),
    ("1 000\t2\n3\t4 500,5", [[1000, 2], [3, 4500.5]]),
    ("1\u202f000;2\n3;4 500", [[1000, 2], [3, 4500]]),
    ("1,234.5\t2\n3\t1,000", [[1234.5, 2], [3, 1000]]),
    ("|1.234,5|2|\n|3|4|", [[1234.5, 2], [3, 4]]),
    ('"1,234.5","2"\n"3","4"', [[1234.5, 2], [3, 4]]),
    ("1_000 2_500", [[1000, 2500]]),
    ("1,234\t5,678", [[1.234, 5.678]]),
    ("1.234\t5.678", [[1.234, 5.678]]),
    ("1 234; 5 678", [[1, 234], [5, 678]]),
    ("TRUE FALSE\nFALSE TRUE", [[1, 0], [0, 1]]),
    ("[[ True False]\n [False  True]]", [[1, 0], [0, 1]]),
    ("[[true, false], [1, 0.5]]", [[1, 0], [1, 0.5]]),
    ("P2\n3 2\n255\n0 128 255\n255 128 0", [[0, 128 / 255, 1], [1, 128 / 255, 0]]),
    ("P1\n3 2\n101\n0 1 0", [[0, 1, 0], [1, 0, 1]]),
    ("P3\n# by hand\n2 1\n15\n15 0 0  0 15 7", [[[1, 0]], [[0, 1]], [[0, 7 / 15]]]),
)
"""Each text, and its numbers as lists."""

MADE_REFUSED: tuple[tuple[str, str], ...] = (
    ("np.ones((999, 999))", "More stands there than an image can hold"),
    ("np.arange(1e9)", "More stands there than an image can hold"),
    ("np.tile([1, 2], (99999, 1))", "More stands there than an image can hold"),
    ("np.ones((257, 200))", "at most 256 rows"),
    ("np.eye(3) + np.ones((3, 3))", "“+” stands beside lists"),
    ("np.linalg.inv(np.eye(3))", "“np.linalg.inv” stands beside lists"),
    ("np.eye(3, 3, 1)", "“np.eye” stands beside lists"),
    ("[1,2,1]*[1,2,1]'", "“*” stands beside lists"),
    ("matrix(c(1, 2, 3, 4), ncol  2)", "“ncol  2” is no number"),
    ("matrix(c(1, 2, 3, 4), 2, bycol = T)", "“2, bycol = T” is no number"),
    ("magic(3)", "“magic” stands beside lists"),
    ("1.234,5\t1.5", "Row 1, column 1: “1.234,5” is no number"),
    ("2\t1\n0,5\t1,234.5", "Row 2, column 2: “1,234.5” is no number"),
    ("P2\n3 2\n255\n0 128 255\n255 128", "The text says how many numbers it has, 6, but it has 5"),
    ("P2\n3 2\n255\n0 128 256\n255 128 0", "Row 1, column 3: “256” is no number"),
    ("P2\n300 1\n255\n0", "at most 256 columns"),
    (r"\begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}^{-1}", "is no number"),
)
"""Each text, and a part of what is said."""

MADE_SAID: tuple[tuple[str, str], ...] = (
    ("np.ones((3, 3)) / 9", "divided by 9"),
    ("[1 2 1]'*[1 2 1]/16", "outer product of two rows, divided by 16"),
    ("1.234,5\t2", "dots read as thousands separators"),
    ("1,234.5\t2", "commas read as thousands separators"),
    ("1'234\t2", "apostrophes read as thousands separators"),
    ("1 000\t2", "spaces within numbers read as thousands separators"),
    ("1,234\t5,678", "with decimal commas"),
    ("TRUE FALSE", "true read as 1, false as 0"),
    ("P2\n1 1\n15\n15", "divided by 15"),
    ("P1\n1 1\n0", "1 read as black"),
    ("mat2(1, 2, 3, 4)", "numbers read row by row"),
    (
        "<tf.Variable 'k:0' shape=(1, 1, 1, 2) dtype=float32, numpy=array([[[[1., 2.]]]])>",
        "rows and columns first, read as filters",
    ),
)
"""Each text, and what is said of how it was read."""
