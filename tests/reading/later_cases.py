"""More of these: languages that call numbers by other names, papers, chats, spreadsheets."""

from __future__ import annotations

from typing import Any

BOX = [[1, 2, 1], [2, 4, 2], [1, 2, 1]]
TWO = [[1, 2], [3, 4]]
SOBEL = [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]
LAPLACE = [[0, 1, 0], [1, -4, 1], [0, 1, 0]]

LATER_CASES: tuple[tuple[str, Any], ...] = (
    (
        "<tf.Tensor: shape=(3, 3, 1, 1), dtype=float32, numpy=\n"
        "array([[[[-1.]],\n"
        "\n"
        "        [[ 0.]],\n"
        "\n"
        "        [[ 1.]]],\n"
        "\n"
        "\n"
        "       [[[-2.]],\n"
        "\n"
        "        [[ 0.]],\n"
        "\n"
        "        [[ 2.]]],\n"
        "\n"
        "\n"
        "       [[[-1.]],\n"
        "\n"
        "        [[ 0.]],\n"
        "\n"
        "        [[ 1.]]]], dtype=float32)>",
        SOBEL,
    ),
    (
        "tf.constant([[1, 2], [3, 4]], dtype=tf.float32)[:, :, tf.newaxis, tf.newaxis]",
        TWO,
    ),
    (
        "torch.Size([1, 1, 2, 2])\ntensor([[[[1., 2.],\n          [3., 4.]]]])",
        TWO,
    ),
    (
        "weight: tensor([[[[1., 2.],\n          [3., 4.]]]])",
        TWO,
    ),
    (
        "conv1.weight\nParameter containing:\ntensor([[[[1., 2.],\n          [3., 4.]]]], requires_grad=True)",
        TWO,
    ),
    (
        "fspecial('average', 3)\n"
        "\n"
        "ans =\n"
        "\n"
        "    0.1111    0.1111    0.1111\n"
        "    0.1111    0.1111    0.1111\n"
        "    0.1111    0.1111    0.1111",
        [[0.1111] * 3] * 3,
    ),
    (
        "im(:,:,1) = [1 2; 3 4]; im(:,:,2) = [5 6; 7 8]; im(:,:,3) = [9 10; 11 12];",
        [TWO, [[5, 6], [7, 8]], [[9, 10], [11, 12]]],
    ),
    ("Mat k = Mat::ones(2, 2, CV_32F) / (float)(4);", [[0.25, 0.25], [0.25, 0.25]]),
    ("GLfloat k[4] = GLfloat[](1., 2., 3., 4.);", [[1, 2, 3, 4]]),
    ("np.float32([[1, 2], [3, 4]])", TWO),
    ("np.int8([[1, 2], [3, 4]])", TWO),
    ("np.asmatrix('1 2; 3 4')", TWO),
    ("np.array([1, 2, 3, 4]).reshape(2, 2, order='F')", [[1, 3], [2, 4]]),
    ("np.array([[1, 2], [3, 4]]).T / 2", [[0.5, 1.5], [1, 2]]),
    ("2×2 transpose(::Matrix{Int64}) with eltype Int64:\n 1  3\n 2  4", [[1, 3], [2, 4]]),
    ("1×3 adjoint(::Vector{Int64}) with eltype Int64:\n 1  2  1", [[1, 2, 1]]),
    ("centered([1 2 1; 2 4 2; 1 2 1])", BOX),
    ("2×2×1×1 Array{Float32, 4}:\n[:, :, 1, 1] =\n 1.0  2.0\n 3.0  4.0", TWO),
    ("Float32[1.0f0 2.5f0; 3.0f-1 4.0f0]", [[1, 2.5], [0.3, 4]]),
    ("3×3 UpperTriangular{Int64, Matrix{Int64}}:\n 1  2  3\n ⋅  4  5\n ⋅  ⋅  6", [[1, 2, 3], [0, 4, 5], [0, 0, 6]]),
    ("> matrix(1:4, 2, byrow = TRUE)\n     [,1] [,2]\n[1,]    1    2\n[2,]    3    4", TWO),
    ("matrix(c(1,3,2,4),2) -> k", TWO),
    ("arr2(&[[1., 2.],\n       [3., 4.]])", TWO),
    ("[[1.0, 2.0],\n [3.0, 4.0]], shape=[2, 2], strides=[2, 1], layout=Cc (0x5), const ndim=2", TWO),
    ("array<array<f32, 2>, 2>(array<f32, 2>(1.0, 2.0), array<f32, 2>(3.0, 4.0))", TWO),
    ("mat3x3<f32>(1, 2, 1, 2, 4, 2, 1, 2, 1)", BOX),
    ("\\begin{tabular}{cc}\n\\multicolumn{2}{c}{Sobel} \\\\\n1 & 2 \\\\\n3 & 4\n\\end{tabular}", TWO),
    (
        "\\begin{table}\n\\centering\n\\begin{tabular}{rr}\n1 & 2 \\\\\n3 & 4 \\\\\n\\end{tabular}\n"
        "\\caption{Kernel of 1968}\n\\end{table}",
        TWO,
    ),
    ("K=[13\u200b24\u200b]K = \\begin{bmatrix} 1 & 2 \\\\ 3 & 4 \\end{bmatrix}", TWO),
    ("| \\-1 | 0 |\n|---|---|\n| \\-2 | 0 |", [[-1, 0], [-2, 0]]),
    ("y\\x\t0\t1\n0\t1\t2\n1\t3\t4", TWO),
    (
        "shape: (2, 2)\n┌─────┬─────┐\n│ a   ┆ b   │\n│ --- ┆ --- │\n│ i64 ┆ i64 │\n╞═════╪═════╡\n"
        "│ 1   ┆ 2   │\n│ 3   ┆ 4   │\n└─────┴─────┘",
        TWO,
    ),
    (
        "<xarray.DataArray (y: 2, x: 2)> Size: 32B\narray([[1, 2],\n       [3, 4]])\n"
        "Dimensions without coordinates: y, x",
        TWO,
    ),
    ("-- blur\n1 2\n3 4", TWO),
    ("Kernel: 1 2 1\n2 4 2\n1 2 1", BOX),
    ("0;1;0\r\n1;-4;1\r\n;1;", LAPLACE),
    ("-50% 12,5%\n0% 100%", [[-0.5, 0.125], [0, 1]]),
    ("R\n1 2\n3 4\n\nG\n5 6\n7 8\n\nB\n9 10\n11 12", [[[1, 2], [3, 4]], [[5, 6], [7, 8]], [[9, 10], [11, 12]]]),
    (
        '{"R": [[1,2],[3,4]], "G": [[5,6],[7,8]], "B": [[9,10],[11,12]]}',
        [[[1, 2], [3, 4]], [[5, 6], [7, 8]], [[9, 10], [11, 12]]],
    ),
    ("1 & 2 & 1\n2 & 4 & 2", [[1, 2, 1], [2, 4, 2]]),
    ("\\left[1,2,1\\right]", [[1, 2, 1]]),
    ("[■(1&2@3&4)]", TWO),
    ("(■(1&2@3&4))", TWO),
    ("left[ matrix{1 # 2 ## 3 # 4} right]", TWO),
)
"""Each text, and its numbers as lists."""
