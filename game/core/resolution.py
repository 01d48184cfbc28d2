"""Resolution: how many pixels the longer side of the image has that a kept picture is shown as."""

from __future__ import annotations

from collections.abc import Callable

from .counts import with_channel_count
from .errors import ConvolutionError, DoesNotApply
from .grid import Pair, checked_whole
from .kept_picture import KeptPicture
from .limits import Range
from .resize import allowed
from .scenario import Scenario


def resolution_of(scenario: Scenario) -> int:
    """Return the resolution that a scenario's picture is shown in."""
    return max(scenario.pixel_size)


def resolutions_of(scenario: Scenario) -> Range:
    """Return the resolutions that a scenario's picture may be shown in with all else as it is: the kernel has to fit.

    Raises DoesNotApply where there is no picture.
    """
    picture, fits = _picture_of(scenario), _fitting_sizes(scenario)
    low, high = map(int, picture.resolutions)
    return Range(next((number for number in range(low, high) if fits(picture.size_at(number))), high), high)


def _fitting_sizes(scenario: Scenario) -> Callable[[Pair], bool]:
    """Return what tells whether the layer fits an image of a size."""
    layer, channels = scenario.layer, len(scenario.channels)
    if layer.pooling is not None or layer.is_transposed:
        least = [allowed(scenario, "image size", axis).low for axis in (0, 1)]
        return lambda size: size[0] >= least[0] and size[1] >= least[1]

    def fits(size: Pair) -> bool:
        try:
            layer.check((channels, *size))
        except ConvolutionError:
            return False
        return True

    return fits


def with_resolution(scenario: Scenario, resolution: int) -> Scenario:
    """Return the scenario with its picture sampled anew, by area, white being 1; what was painted on it goes.

    Raises DoesNotApply where there is no picture, NotWhole, OutOfRange, and KernelDoesNotFit and the like.
    """
    picture = _picture_of(scenario)
    number = checked_whole(resolution, "resolution", picture.resolutions)
    image = picture.image_in(picture.size_at(number))
    return scenario.varied(image=image, white=1.0, image_name="", picture=picture)


def with_kept_picture(scenario: Scenario, picture: KeptPicture, resolution: int | None = None) -> Scenario:
    """Return the scenario with a picture as its image, and kept; the filters see all of its channels.

    resolution: if None is given, 64, or the nearest to it that there is and in which the kernel fits. Raises as above.
    """
    if len(scenario.channels) != picture.channels:
        scenario = with_channel_count(scenario, picture.channels)
    scenario = scenario.changed(picture=picture)
    if resolution is None:
        resolution = int(resolutions_of(scenario).nearest(picture.first_resolution))
    return with_resolution(scenario, resolution)


def _picture_of(scenario: Scenario) -> KeptPicture:
    """Return the picture that is kept. Raises DoesNotApply where there is none."""
    if scenario.picture is None:
        raise DoesNotApply("resolution", "no picture")
    return scenario.picture
