"""What is right in the scenes of the lesson about learning, worked out by numpy alone: no line of the program helps."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from game.files.tour import Stop

Grid = np.ndarray[tuple[int, ...], np.dtype[np.float64]]

WANTED = {
    "Who chooses the weights?": ((3.0, 6.0), "3 and 6"),
    "How wrong is it? The loss": ((3.0, 6.0), "1 − 3 and 2 − 6"),
    "Which way? The gradient": ((3.0, 6.0), "3 and 6 wanted"),
    "One update": ((3.0, 6.0), "here 0.1"),
    "Two weights, each with a gradient": ((5.0, 6.0), "asks for 5, the second for 6"),
    "Exit ticket": ((1.0, 3.0), "Wanted: 1 and 3. Rate 0.1"),
}
"""What the scenes without a target of their own want, and how their texts say it."""


def patches(scene: Stop) -> Grid:
    """Return the pixels under the kernel, a row for each cell."""
    found: Grid = np.lib.stride_tricks.sliding_window_view(scene.scenario.image, scene.scenario.kernel_size)
    return found.reshape(-1, scene.scenario.layer.weights.size)


def wanted(scene: Stop) -> Grid:
    learning = scene.scenario.learning
    if learning is not None:
        return np.ravel(learning.target)
    target, said = WANTED[scene.title]
    assert said in scene.text
    return np.array(target)


def loss(scene: Stop, weights: Grid) -> float:
    return float(np.mean((patches(scene) @ weights - wanted(scene)) ** 2))


def gradient(scene: Stop, weights: Grid) -> Grid:
    """Return how the loss grows with each weight: half the difference of two losses, exact for a square."""
    steps = np.eye(len(weights))
    return np.array([(loss(scene, weights + step) - loss(scene, weights - step)) / 2 for step in steps])


def learned(scene: Stop, updates: int, rate: float = 0.1) -> Grid:
    """Return the weights after so many updates, with the scene's own rate where it has one."""
    learning, weights = scene.scenario.learning, np.ravel(scene.scenario.layer.weights)
    rate = rate if learning is None else learning.learning_rate
    for _ in range(updates):
        weights = weights - rate * gradient(scene, weights)
    return weights


def said(value: float) -> str:
    return f"{round(value, 9):g}".replace("-", "−")


def best(scene: Stop) -> str:
    """Return the weight that makes what is wanted: no error is left."""
    (weight,), (left,), *_ = np.linalg.lstsq(patches(scene), wanted(scene), rcond=None)
    assert abs(left) < 1e-12
    return said(weight)


def of_gradient(place: int) -> Callable[[Stop], str]:
    return lambda scene: said(gradient(scene, np.ravel(scene.scenario.layer.weights))[place])


def only_the_sum(scene: Stop) -> str:
    """Return what an update finds where both pixels are alike: nothing is wrong any more, and yet other weights."""
    found, made = learned(scene, 1), np.array([3.0, 1.0])
    assert loss(scene, found) < 1e-12
    assert loss(scene, made) == 0
    assert np.allclose(found, 2)
    assert np.isclose(found.sum(), made.sum())
    return "no, only their sum"


def telling_row(scene: Stop) -> str:
    """Return the one row that is offered on which the two kernels differ."""
    assert scene.other is not None
    assert scene.question is not None
    apart = np.ravel(scene.scenario.layer.weights - scene.other.layer.weights)
    assert not (patches(scene) @ apart).any()
    (found,) = (each for each in scene.question.answers if np.array([*map(int, each.split(", "))]) @ apart)
    return found


TRUE: dict[tuple[str, str], Callable[[Stop], str]] = {
    ("lesson-5", "Who chooses the weights?"): best,
    ("lesson-5", "How wrong is it? The loss"): lambda s: said(loss(s, np.ravel(s.scenario.layer.weights))),
    ("lesson-5", "Which way? The gradient"): of_gradient(0),
    ("lesson-5", "One update"): lambda s: said(learned(s, 1)[0]),
    ("lesson-5", "The program does the same"): lambda s: said(learned(s, 2)[0]),
    ("lesson-5", "Too large a rate"): lambda s: said(learned(s, 2)[0]),
    ("lesson-5", "Two weights, each with a gradient"): of_gradient(1),
    ("lesson-5", "What an image cannot teach"): only_the_sum,
    ("lesson-5", "Two kernels, one map"): telling_row,
    ("lesson-5", "Exit ticket"): lambda s: said(learned(s, 1)[0]),
}
