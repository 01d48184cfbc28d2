"""How far learning can go: the largest rate that does not diverge, and what an image cannot teach.

Sources: B. T. Polyak, "Some methods of speeding up the convergence of iteration methods", 1964 (the limit of the rate
with momentum); G. H. Golub and C. F. Van Loan, "Matrix Computations", 4th ed., §10.1 (Lanczos) and §5.5.8 (rank).
"""

from __future__ import annotations

from typing import Literal, TypeAlias

import numpy as np

from ..value import Single
from .gradients import Objective
from .grid import Grid
from .random_field import random_shares
from .tensors import Tensor

Lack: TypeAlias = Literal["nothing", "dark", "alike", "few", "related"]
"""What keeps an image from teaching all weights: nothing does; all patches are 0; they are alike; there are fewer of
them than weights; or there are enough, but some follow from others."""
MOST_ROUNDS = 200
"""Of Lanczos' method; few images need more than thirty."""
NEAR = 1e-13
"""A share of the eigenvalue: so near is near enough."""
MOST_NUMBERS = 4_000_000
"""Of all patches, where their rank is looked for."""


class Teachable(Single):
    """What the patches of an image can teach a filter; the worst of all groups of channels.

    rank      in how many independent directions weights, and the bias if it learns, are told what to be
    numbers   how many weights a filter has, and one more if its bias learns
    lack      why the rank is less than that
    blind     weights under which every pixel is 0 in every patch: they never change; shape (channels, rows, columns)
    """

    rank: int
    numbers: int
    lack: Lack
    blind: Tensor


def rate_limit(objective: Objective) -> float | None:
    """Return the learning rate from which on learning diverges: 2·(1 + momentum) ÷ the Hessian's largest eigenvalue.

    None where there is no such number: with an activation or with cross entropy the slopes change on the way, and
    where all that learns meets zeros no rate is too large.
    """
    learning = objective.learning
    if objective.layer.activation != "none" or not learning.is_squared:
        return None
    largest = objective.factor * max(_largest_square(objective, group) for group in range(objective.layer.groups))
    return 2.0 * (1.0 + learning.momentum) / largest if largest > 0 else None


def teachable(objective: Objective) -> Teachable | None:
    """Return what the image can teach; None where there are too many patches to look through."""
    layer = objective.layer
    rows, columns = objective.sliding.outputs
    numbers = layer.weights[0].size + objective.learning.bias
    if numbers * rows * columns > MOST_NUMBERS:
        return None
    groups = [patches(objective, group) for group in range(layer.groups)]
    ranks = [int(np.linalg.matrix_rank(_with_ones(objective, each))) for each in groups]
    blind = np.concatenate([~each.any(axis=1) for each in groups]).reshape(layer.channels, *layer.kernel_size)
    worst = groups[int(np.argmin(ranks))]
    return Teachable(min(ranks), numbers, _lack(worst, min(ranks), numbers), blind.astype(np.float64))


def _lack(found: Grid, rank: int, numbers: int) -> Lack:
    if rank == numbers:
        return "nothing"
    if not found.any():
        return "dark"
    if (found == found[:, :1]).all():
        return "alike"
    return "few" if found.shape[1] < numbers else "related"


def patches(objective: Objective, group: int = 0) -> Grid:
    """Return the pixels that the filters of a group meet: a row for each weight, a column for each cell."""
    each = objective.layer.weights.shape[1]
    pixels = objective.padded[group * each : (group + 1) * each]
    rows = [pixels[met].reshape(each, -1) for _, met in objective.sliding.taps()]
    return np.stack(rows, axis=1).reshape(objective.layer.weights[0].size, -1)


def _with_ones(objective: Objective, found: Grid) -> Grid:
    """Return the patches with what a bias meets, if it learns: a 1 in each."""
    return np.vstack((found, np.ones((1, found.shape[1])))) if objective.learning.bias else found


def _largest_square(objective: Objective, group: int) -> float:
    """Return the largest eigenvalue of patches × patchesᵀ, by Lanczos' method with a fixed random beginning.

    The vectors are kept at right angles to all before, so that it ends after as many rounds as there are directions.
    """
    vector = random_shares(1, objective.layer.weights[0].size + objective.learning.bias) - 0.5
    basis, diagonal, beside = [vector / np.linalg.norm(vector)], list[float](), list[float]()
    largest = 0.0
    for _ in range(min(MOST_ROUNDS, len(vector))):
        image = _squared(objective, group, basis[-1])
        diagonal.append(float(basis[-1] @ image))
        for _ in range(2):  # once is not enough where numbers are rounded
            known = np.array(basis)
            image = image - known.T @ (known @ image)
        tridiagonal = np.diag(diagonal) + np.diag(beside, 1) + np.diag(beside, -1)
        values, vectors = np.linalg.eigh(tridiagonal)
        largest, length = float(values[-1]), float(np.linalg.norm(image))
        if length * abs(vectors[-1, -1]) <= NEAR * largest:  # no eigenvalue is further away than this
            break
        beside.append(length)
        basis.append(image / length)
    return largest


def _squared(objective: Objective, group: int, vector: Grid) -> Grid:
    """Return patches × patchesᵀ × a vector, which has a number for each weight of a filter, and one for its bias."""
    shape = objective.layer.weights[:1].shape
    each, count = shape[1], int(np.prod(shape))
    pixels, sliding = objective.padded[group * each : (group + 1) * each], objective.sliding.changed(groups=1)
    cells = sliding.sums(pixels, vector[:count].reshape(shape))
    if len(vector) > count:
        cells = cells + vector[-1]
    found = sliding.weight_slopes(pixels, cells).ravel()
    return np.append(found, cells.sum()) if len(vector) > count else found
