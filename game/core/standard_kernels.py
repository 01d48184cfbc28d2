"""The weights of the standard kernels; `kernels` has their names.

Sources: the edge kernels as on V. Powell, "Image Kernels Explained Visually" (setosa.io/ev/image-kernels), whose Sobel
kernels are named by the side that is bright; I. Sobel and G. Feldman, "A 3×3 isotropic gradient operator" (1968).
"""

import math

import numpy as np

from .grid import Grid, frozen

THREE_BY_THREE: dict[str, Grid] = {
    "sharpen": frozen([[0, -1, 0], [-1, 5, -1], [0, -1, 0]]),
    "outline": frozen([[-1, -1, -1], [-1, 8, -1], [-1, -1, -1]]),
    "emboss": frozen([[-2, -1, 0], [-1, 1, 1], [0, 1, 2]]),
    "sobel right": frozen([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]),
    "sobel left": frozen([[1, 0, -1], [2, 0, -2], [1, 0, -1]]),
    "sobel top": frozen([[1, 2, 1], [0, 0, 0], [-1, -2, -1]]),
    "sobel bottom": frozen([[-1, -2, -1], [0, 0, 0], [1, 2, 1]]),
}


def identity(rows: int, columns: int) -> Grid:
    """Put a single 1 in the middle: the output repeats the image."""
    kernel = np.zeros((rows, columns))
    kernel[rows // 2, columns // 2] = 1
    return kernel


def _binomial(length: int) -> Grid:
    """Return the row n = length − 1 of Pascal's triangle over 2ⁿ, e.g. (1, 2, 1) / 4: it sums to 1."""
    row = [float(math.comb(length - 1, index)) for index in range(length)]
    return np.array(row) / 2.0 ** (length - 1)


def gaussian(rows: int, columns: int) -> Grid:
    """Return the binomial kernel, e.g. (1 2 1, 2 4 2, 1 2 1) / 16, which comes close to a Gaussian bell.

    Its standard deviation is √(length − 1) / 2 along each axis. Source: B. Jähne, "Digital Image Processing",
    section 11.4, "Binomial filters".
    """
    return np.outer(_binomial(rows), _binomial(columns))
