"""Texts out of notebooks, pages and programs, whose numbers were written down before any of them was read."""

from __future__ import annotations

from typing import Any

BOX = [[1, 2, 1], [2, 4, 2], [1, 2, 1]]
SIXTEENTHS = [[0.0625, 0.125, 0.0625], [0.125, 0.25, 0.125], [0.0625, 0.125, 0.0625]]
TWO = [[1, 2], [3, 4]]
EDGES = [[-1, -1, -1], [-1, 8, -1], [-1, -1, -1]]
SHARP = [[0, -1, 0], [-1, 5, -1], [0, -1, 0]]
SOBEL = [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]

UNSEEN_CASES: tuple[tuple[str, Any], ...] = (
    # kernels on web pages
    ("Edge detection\t-1\t-1\t-1\n\t-1\t8\t-1\n\t-1\t-1\t-1", EDGES),
    (
        '<table class="wikitable">\n<tr>\n<td style="text-align:center">0</td>\n<td>&minus;1</td>\n<td>0</td></tr>\n'
        "<tr><td>&#8722;1</td><td><b>5</b></td><td>−1</td></tr><tr><td>0</td><td>-1</td><td>0</td></tr></table>",
        SHARP,
    ),
    ("┌            ┐\n│ -1  0  1   │\n│ -2  0  2   │\n│ -1  0  1   │\n└            ┘", SOBEL),
    ("[ 1  2  1 ]\n[ 2  4  2 ]  /  16\n[ 1  2  1 ]", SIXTEENTHS),
    ("Gaussian blur 3 × 3 (approximation):\n1/16 · [[1, 2, 1], [2, 4, 2], [1, 2, 1]]", SIXTEENTHS),
    # notebooks: PyTorch, TensorFlow, JAX, pandas
    (
        "In [12]: conv.weight.data\nOut[12]: \ntensor([[[[ 0.2500, -0.1250],\n          [ 0.5000,  0.0000]]]])",
        [[0.25, -0.125], [0.5, 0]],
    ),
    (
        "OrderedDict([('weight', tensor([[[[1., 2.],\n          [3., 4.]]]]))])",
        TWO,
    ),
    (
        "tensor([[[[ 1.0000e+00,  2.5000e-01],\n          [-1.0000e-02,  0.0000e+00]],\n\n"
        "         [[ 2.0000e+00,  1.0000e+00],\n          [ 0.0000e+00, -4.0000e+00]]]],\n"
        "       device='cuda:0', grad_fn=<AddBackward0>)",
        [[[1, 0.25], [-0.01, 0]], [[2, 1], [0, -4]]],
    ),
    (
        "<tf.Variable 'sobel:0' shape=(2, 2, 1, 1) dtype=float32, numpy=\narray([[[[1.]],\n\n        [[2.]]],\n\n\n"
        "       [[[3.]],\n\n        [[4.]]]], dtype=float32)>",
        TWO,
    ),
    ("Array([[ 0.5 , -0.25],\n       [ 1.  ,  0.  ]], dtype=float32)", [[0.5, -0.25], [1, 0]]),
    (
        "          left  middle  right\ntop       -1.0     0.0    1.0\nbottom    -2.0     0.0    2.0",
        [[-1, 0, 1], [-2, 0, 2]],
    ),
    (",left,right\n0,1,2\n1,3,4", TWO),
    ("Unnamed: 0,0,1\n0,0.5,0.25\n1,0.125,1", [[0.5, 0.25], [0.125, 1]]),
    ('{"columns":[0,1],"index":[0,1],"data":[[1,2],[3,4]]}', TWO),
    # SymPy, Octave, Julia, R
    ("⎡1/16  1/8⎤\n⎢         ⎥\n⎣1/8   1/4⎦", [[0.0625, 0.125], [0.125, 0.25]]),
    ("ans =\n\n   1   2   1\n   2   4   2\n   1   2   1\n\n", BOX),
    ("octave:3> k = [1 2; 3 4] / 4\nk =\n\n   0.2500   0.5000\n   0.7500   1.0000\n", [[0.25, 0.5], [0.75, 1]]),
    ("k =\n\nDiagonal Matrix\n\n   1   0\n   0   2\n", [[1, 0], [0, 2]]),
    ("3×3 Matrix{Float64}:\n 0.0625  0.125  0.0625\n 0.125   0.25   0.125\n 0.0625  0.125  0.0625", SIXTEENTHS),
    ("2×2 Matrix{Rational{Int64}}:\n 1//2  1//4\n 1//8  1//1", [[0.5, 0.25], [0.125, 1]]),
    ("julia> Float32[1 2; 3 4]", TWO),
    ("  x   y\na 1 2.5\nb 3 4.0", [[1, 2.5], [3, 4]]),
    ("matrix(c(1, 2,\n         3, 4), ncol = 2, byrow = T)", TWO),
    ("dput(k)\nstructure(c(1, 3, 2, 4), dim = c(2L, 2L))", TWO),
    # OpenCV, C, shaders
    ("[1, 2, 1;\n 2, 4, 2;\n 1, 2, 1]/16", SIXTEENTHS),
    (
        "Mat kernel = (Mat_<char>(3,3) <<  0, -1,  0,\n    -1,  5, -1,\n     0, -1,  0);",
        SHARP,
    ),
    (
        "static const int8_t sobel_x[3][3] = {\n    { -1, 0, 1 }, /* top */\n    { -2, 0, 2 },\n    { -1, 0, 1 }\n};",
        SOBEL,
    ),
    ("#define K {{1, 2}, {3, 4}}", TWO),
    ("mat3 k = mat3(1.0, 2.0, 1.0,\n              2.0, 4.0, 2.0,\n              1.0, 2.0, 1.0);", BOX),
    ("float3x3 k = { 1.0f, 2.0f, 1.0f, 2.0f, 4.0f, 2.0f, 1.0f, 2.0f, 1.0f };", BOX),
    # LaTeX
    (r"\[ K = \tfrac{1}{16} \begin{pmatrix} 1 & 2 & 1 \\ 2 & 4 & 2 \\ 1 & 2 & 1 \end{pmatrix}. \]", SIXTEENTHS),
    (r"\begin{tabular}{|r|r|} \hline 1 & 2 \\ \hline 3 & 4 \\ \hline \end{tabular}", TWO),
    (r"\begin{bmatrix}0.5&-0.25\\[2pt]1&0\end{bmatrix}^{T}", [[0.5, 1], [-0.25, 0]]),
    # ImageMagick
    ("magick in.png -morphology Convolve '3x3: -1,0,1 -2,0,2 -1,0,1' out.png", SOBEL),
    ("-define convolve:scale='!' -morphology Convolve '3x3: 0,-1,0 -1,5,-1 0,-1,0'", SHARP),
    # decimal commas, percents, fractions, other signs
    ("0,25\t-0,5\n12,5 %\t1,0", [[0.25, -0.5], [0.125, 1]]),
    ("1⁄9 1⁄9 1⁄9\n1⁄9 1⁄9 1⁄9\n1⁄9 1⁄9 1⁄9", [[1 / 9] * 3] * 3),
    ("1 / 4\t1 / 2\n3 / 4\t1", [[0.25, 0.5], [0.75, 1]]),
    ("٠ ١ ٢\n٣ ٤ ٥", [[0, 1, 2], [3, 4, 5]]),
    ("①② \n".replace("①② ", "＋１　－２") + "－３　＋４", [[1, -2], [-3, 4]]),
    ("• 1 2 1\n• 2 4 2\n• 1 2 1", BOX),
    ("(1,  2;  3,  4)", TWO),
    ("K(x, y) = [1 2 1; 2 4 2; 1 2 1]", BOX),
)
"""Each text, and its numbers as lists."""
