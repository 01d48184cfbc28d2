"""What follows from a part of a scenario; after an edit what it leaves as it was is handed on, not worked out again.

`Slide` is how kernels slide, whatever the numbers are; `Known` follows from names and weights.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

import numpy as np

from ..value import Single
from .axes import Axis, Counts
from .coverage import Uncovered, coverage, uncovered
from .grid import Region
from .kernels import ACTIONS, action_reason
from .limits import Range
from .quantities import sliding
from .resize import allowed, image_edited, image_of_name, kernel_edited, reseed_reason
from .scenario import Edit, Scenario
from .tensors import Tensor

OF_NAMES = ("image_named", "image_edited", "kernel_edited", "reseed_reason")
"""What of a result follows from names and seed, whatever is in front."""
OF_ALL_WEIGHTS = ("kernel_magnitude",)
"""What follows from the weights of all filters."""


class Slide(Single):
    """What follows from the sizes and the settings of a scenario alone; its results hand it on while these stay.

    like: a scenario with these sizes and settings. Its numbers and its names, its order, and what is in front in it are
    those of a moment ago: nobody may ask for them.
    """

    like: Scenario

    @cached_property
    def axes(self) -> tuple[Axis, Axis]:
        """Rows and columns of the image, and what the kernel reads of them."""
        return self.like.layer.axes(self.like.image_size)

    @cached_property
    def coverage(self) -> Counts:
        """How many patches cover each pixel of the padded image."""
        return coverage(self.like)

    @cached_property
    def uncovered(self) -> Uncovered:
        """The pixels of the padded image that no patch covers."""
        return uncovered(self.like)

    @cached_property
    def ranges(self) -> dict[str, tuple[Range, Range]]:
        """What each quantity with a slider may be with all else as it is, of rows and of columns."""
        return {each.name: (allowed(self.like, each.name, 0), allowed(self.like, each.name, 1)) for each in sliding()}

    def fed(self, pixels: Region) -> Region:
        """Return a block of output cells that holds all whose patches reach into a block of pixels."""
        rows, columns = (_fed(axis, part) for axis, part in zip(self.axes, pixels, strict=True))
        return rows, columns


def _fed(axis: Axis, places: slice) -> slice:
    """Return a block of outputs that holds all that read some places of an axis; empty where none does."""
    fed = np.flatnonzero(((axis.taps >= places.start) & (axis.taps < places.stop)).any(axis=1))
    return slice(int(fed[0]), int(fed[-1]) + 1) if len(fed) else slice(0, 0)


class Known(Single):
    """A scenario, and what it has of the image and the kernels of its names."""

    scenario: Scenario

    @property
    def edited(self) -> tuple[bool, bool]:
        """Whether image and kernel differ from the named ones that they came from."""
        return self.image_edited, self.kernel_edited

    @cached_property
    def image_named(self) -> Tensor | None:
        """The image of its name as it was made; None without one, and where there is none of this size."""
        return image_of_name(self.scenario)

    @cached_property
    def image_edited(self) -> bool:
        """Whether the image differs from the named one that it came from; one without a name does not."""
        return image_edited(self.scenario, self.image_named)

    @cached_property
    def kernel_edited(self) -> bool:
        """The same of the kernels."""
        return kernel_edited(self.scenario)

    @cached_property
    def kernel_actions(self) -> tuple[tuple[str, str | None], ...]:
        """What can be done to the kernel in front, each with the reason why it cannot be done now, or None."""
        return tuple((name, action_reason(name, self.scenario.chosen_kernel)) for name in ACTIONS)

    @cached_property
    def clear_reason(self) -> str | None:
        """Why the image cannot be emptied: it is "already empty". None: there is a pixel to be cleared."""
        return None if any(channel.any() for channel in self.scenario.source_pixels) else "already empty"

    @cached_property
    def reseed_reason(self) -> str | None:
        """Why another seed would change no number, or None."""
        return reseed_reason(self.scenario)

    @cached_property
    def kernel_called(self) -> str:
        """The name of the kernels, or of the filter in front; see `counts.kernel_name_in_front`."""
        from .counts import kernel_name_in_front  # here, for that is not needed for one kernel

        return kernel_name_in_front(self.scenario)

    @cached_property
    def kernel_magnitude(self) -> float:
        """The largest magnitude in all kernels."""
        return float(np.abs(self.scenario.layer.weights).max())


def known_after(known: Mapping[str, Any], before: Scenario, after: Scenario, edit: Edit) -> dict[str, object]:
    """Return what is known after an edit of all that was known before it."""
    if (before.image_name, before.kernel_name, before.seed) != (after.image_name, after.kernel_name, after.seed):
        return {}
    of_image = edit.grid == "image"
    kept = ["image_named", "reseed_reason", *(() if of_image else ("image_edited",))]
    if of_image and after.layer is before.layer:
        in_front = (before.channel, before.filter) == (after.channel, after.filter)
        kept += [*OF_ALL_WEIGHTS, "kernel_edited", *(("kernel_actions", "kernel_called") if in_front else ())]
    found = {name: known[name] for name in kept if name in known}
    if of_image and after.image_name and _is_edited(known, after, edit):
        found["image_edited"] = True
    return found


def _is_edited(known: Mapping[str, Any], after: Scenario, edit: Edit) -> bool:
    """Say whether it is certain, without a look at all pixels, that the image is not the one of its name any more."""
    if known.get("image_edited") is False:
        return True  # an edit changes something
    named = known.get("image_named")
    if named is None or after.layer.is_transposed:
        return False
    channel = edit.scenario.channel
    return not np.array_equal(named[channel][edit.region], after.channels[channel][edit.region])
