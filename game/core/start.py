"""The scene that a first start opens: what a convolution is for is seen before anything of it is read."""

from .scenario import Scenario, of_names


def start_here(name: str) -> Scenario:
    """Return a light square under an edge kernel: whole numbers, no padding, 16 steps; `name` is its title.

    Where the picture gets lighter to the right the output is positive, where it gets darker negative, and where
    nothing changes 0. The first output cell already shows it.
    """
    return of_names("square", (6, 6), "sobel right", (3, 3), name=name)
