"""What a paste does: numbers, from the clipboard or a file, become the kernel or the image. Imported with the first."""

from __future__ import annotations

from pathlib import PurePath

import numpy as np

from ..core.counts import white_over, with_pixels
from ..core.errors import WrongShape
from ..core.grid import check_values, frozen
from ..core.limits import WEIGHT
from ..core.named import image_name_of, kernel_name_of
from ..core.resize import with_own_kernel, with_pair
from ..core.scenario import Grid, Scenario
from ..core.tensors import Filters, Tensor
from ..files.errors import shown as file_shown
from ..input.intent import GridName
from ..input.scenario_intents import PasteGrid
from ..words.numbers import size_text
from ..words.texts import text
from .naming import another, remembered
from .state import State, unlinked_as_in, within
from .toasts import paste_settled, with_toast


def paste_grid(state: State, intent: PasteGrid) -> State:
    """Take what was pasted as the kernel, or else as the image. Raises the errors of `core`."""
    own, onto_kernel = state.front_of(intent.side), intent.onto is GridName.KERNEL
    if intent.picture is not None and not onto_kernel:
        from ..core.resolution import with_kept_picture  # few images are pictures

        found = with_kept_picture(own, intent.picture)
    elif intent.grid.ndim > 2:
        found = _with_several(own, intent.grid, onto_kernel)
    else:
        found = (with_own_kernel if onto_kernel else _with_pasted_image)(own, intent.grid)
    told = _told_of_numbers(own, intent)
    pasted = another(state, found, intent.side)
    pasted = unlinked_as_in(pasted, pasted.work.of(intent.side))
    pasted = within(pasted, "interface", mixed=True) if intent.mixed else pasted
    pasted = paste_settled(remembered(pasted, intent.source) if intent.source else pasted)
    return with_toast(pasted, intent.told or told)


def _told_of_numbers(scenario: Scenario, intent: PasteGrid) -> str:
    """Return what is said of numbers that were pasted, or taken from a file: which, as what, and the remarks."""
    values, grid = intent.grid, "kernel" if intent.onto is GridName.KERNEL else "image"
    kind = {2: "", 3: "kernels" if grid == "kernel" else "channels", 4: "filters"}[values.ndim]
    return text(
        f"taken.{kind or grid}" if intent.source else f"message.pasted.{kind or 'grid'}",
        name=file_shown(PurePath(intent.source).name),
        size=size_text(values.shape[-2:]),
        count=len(values),
        seen=values.shape[-3] if values.ndim > 2 else 1,
        filter=scenario.filter + 1,
        how=f", {intent.said}" if intent.said else "",
    )


def _with_several(scenario: Scenario, values: Tensor | Filters, onto_kernel: bool) -> Scenario:
    """Return the scenario with channels or filters that were pasted."""
    if values.ndim == 4:
        return _with_filters(scenario, values)
    if onto_kernel:
        return _with_kernels_of_filter(scenario, values)
    return with_pixels(scenario, values, _white_for(values))


def _with_kernels_of_filter(scenario: Scenario, kernels: Tensor) -> Scenario:
    """Return the scenario with these kernels for the filter in front, one for each channel that it sees.

    The kernels of the other filters take their size, as they do when one of them is set. Raises WrongShape, OutOfRange
    or KernelDoesNotFit.
    """
    seen, rows, columns = kernels.shape
    if seen != len(scenario.lanes):
        found, needed = (1, seen, rows, columns), (1, len(scenario.lanes), rows, columns)
        raise WrongShape("weights", found, needed)
    check_values(kernels, "weight", WEIGHT)
    front = scenario.filter
    weights = with_pair(scenario, "kernel size", (rows, columns)).layer.chosen_weights.copy()
    weights[front] = kernels
    return _with_weights(scenario, frozen(weights))


def _with_filters(scenario: Scenario, weights: Filters) -> Scenario:
    """Return the scenario with these filters; groups follow from how many channels each of them sees.

    Biases of filters that there were before stay, new ones are 0. Raises WrongShape, OutOfRange or KernelDoesNotFit.
    """
    channels, (filters, seen) = len(scenario.channels), weights.shape[:2]
    groups = channels // seen
    if channels % seen or filters % groups:
        raise WrongShape("weights", tuple(map(int, weights.shape)), (filters, channels, *weights.shape[2:]))
    bias = np.zeros(filters)
    kept = scenario.layer.bias[:filters]
    bias[: len(kept)] = kept
    return _with_weights(scenario, weights, bias=bias, groups=groups)


def _with_weights(scenario: Scenario, weights: Filters, **fields: object) -> Scenario:
    """Return the scenario with these weights, under their name if they have one."""
    return scenario.changed(kernel=weights, kernel_name=kernel_name_of(weights, scenario.seed), **fields)


def _with_pasted_image(scenario: Scenario, grid: Grid) -> Scenario:
    """Return the scenario with a pasted image, in its size and under its name if it happens to be a named one.

    Raises NotAGrid, OutOfRange, NotFinite or KernelDoesNotFit.
    """
    white = _white_for(grid)
    if not scenario.is_single and np.ndim(grid) == 2:
        rows, columns = np.shape(grid)
        scenario = with_pair(scenario, "image size", (rows, columns))
    pasted = scenario.changed(image=grid, image_name="", white=white)
    return pasted.varied(image_name=image_name_of(pasted.pixel_tensor, white, pasted.seed))


def _white_for(grid: Grid) -> float:
    """Return the white of a pasted image: the least number of the ladder that no pixel exceeds."""
    values = np.asarray(grid)
    if values.size == 0 or values.dtype.kind not in "iuf":
        return 1.0  # it will be refused
    return white_over(float(values.max()))
