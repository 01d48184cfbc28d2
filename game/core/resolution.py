"""Resolution: how many pixels the longer side of the image has that a kept picture is shown as."""

from __future__ import annotations

from .counts import with_channel_count
from .errors import DoesNotApply
from .grid import checked_whole
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
    picture = _picture_of(scenario)
    least = [allowed(scenario, "image size", axis).low for axis in (0, 1)]
    low, high = map(int, picture.resolutions)
    while low < high and any(side < needed for side, needed in zip(picture.size_at(low), least, strict=True)):
        low += 1
    return Range(low, high)


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
