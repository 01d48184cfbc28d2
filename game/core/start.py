"""The scene that a first start opens: what a convolution is for is seen before anything of it is read."""

from . import images, kernels
from .scenario import Scenario


def start_here(name: str) -> Scenario:
    """Return a light square under an edge kernel: whole numbers, no padding, 16 steps; `name` is its title.

    Where the picture gets lighter to the right the output is positive, where it gets darker negative, and where
    nothing changes 0. The first output cell already shows it.
    """
    return Scenario(
        image=images.make("square", (6, 6), 1),
        kernel=kernels.make("sobel right", (3, 3), 1),
        name=name,
        image_name="square",
        kernel_name="sobel right",
    )
