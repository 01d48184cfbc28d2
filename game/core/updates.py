"""The result of a changed scenario: what an edit leaves as it was is handed on, and not worked out again."""

from __future__ import annotations

from .arithmetic import IN_ROW_ORDER, Counting, counting_after, decimal_parts
from .grid import Ends, Grid, Region, block_around, ends_after, ends_of, regions_apart
from .known import known_after
from .layer_sums import block_of, padded_channel, stacked, sums_of, unchanging
from .result import OF_PIXELS, Result, Since, anew, arithmetic_in, fill_of, result_of, sums_in
from .scenario import Edit, Scenario


def updated(result: Result, scenario: Scenario, edit: Edit | None = None) -> Result:
    """Return the result of a changed scenario; where only some pixels differ, only the cells that they feed are new.

    Those cells are computed afresh, never by adding differences, so errors do not pile up however long one paints.
    A changed weight feeds every cell of its map; whatever else has changed makes all maps new, and so does another way
    of computing. The maps are the same, bit for bit, as if they had been worked out anew. What is in front stays there.

    edit: what has led from one scenario to the other, where it is known; else it is searched for.
    """
    before = result.scenario
    if edit is not None:
        return _edited(result, scenario, edit)
    if scenario is before:
        return result
    if not _same_walk(before, scenario):
        return _learned(result, scenario) if _slides_alike(before, scenario) else result_of(scenario)
    apart_in = regions_apart(before.channels, scenario.channels)
    if not apart_in:
        return _same_maps(result, scenario)
    if len(apart_in) > 1:
        return _with_channels(result, scenario, apart_in)
    ((channel, region),) = apart_in.items()
    # The search is told what it has found: in which channel, and where.
    return _edited(result, scenario, Edit(scenario.at(channel, scenario.filter), "image", region))


def _edited(result: Result, scenario: Scenario, edit: Edit) -> Result:
    """Return the result after an edit, whose own scenario says which channel and filter it was made in.

    Of two sides that are compared the other one may have fewer filters: there its last one is in front.
    """
    layer, channel = scenario.layer, edit.scenario.channel
    if edit.grid == "image":
        images = list(result.padded_images)
        images[channel] = padded_channel(scenario.channels[channel], layer.padding)
        after = _painted(result, scenario, edit, tuple(images))
    elif layer.pooling is not None:  # the other side's weights: a pooling has none
        after = _same_maps(result, scenario)
    else:
        after = _weighed(result, scenario, min(edit.scenario.filter, layer.filters - 1))
    after.__dict__.update(known_after(result.__dict__, result.scenario, scenario, edit))
    return after


def _weighed(result: Result, scenario: Scenario, number: int) -> Result:
    """Return the result of another kernel of one filter: its map is another one."""
    layer, images = scenario.layer, result.padded_images
    how = arithmetic_in(scenario, images)
    if how != result.arithmetic:
        return _kept(result, anew(scenario, images, how), *OF_PIXELS)
    sums = result.sums.copy()
    sums[number] = sums_of(stacked(images, layer.channels_of(number)), layer.of_filter(number), how)[0]
    return _kept(result, Result(scenario, unchanging(sums), images, how), *OF_PIXELS)


def _painted(result: Result, scenario: Scenario, edit: Edit, images: tuple[Grid, ...]) -> Result:
    """Return the result of pixels painted in one channel; `images`: all channels with their padding."""
    layer, channel = scenario.layer, edit.scenario.channel
    number, counting, before = min(edit.scenario.filter, layer.filters - 1), None, result.arithmetic
    before = before if layer is result.scenario.layer else IN_ROW_ORDER
    ends = _ends_after(result, scenario, images, channel, edit.region)
    if layer.pooling is None and (before.exact or decimal_parts(layer.weights)):
        counting = counting_after(result.counting, scenario.channels, fill_of(scenario), channel, edit.region)
    met = ends["image_ends" if layer.is_transposed else "padded_ends"]
    how = arithmetic_in(scenario, images, 0.0 if counting is None else counting.parts, met, before)
    if how != result.arithmetic:
        return _told(result, anew(scenario, images, how), ends, counting)
    sums = sums_in(scenario, images, how) if layer.pooling is not None else result.sums.copy()
    fed = result.slide.fed(edit.region)
    if layer.pooling is None and all(part.stop > part.start for part in fed):
        seeing = layer.seeing(channel)
        sums[seeing.start : seeing.stop, fed[0], fed[1]] = block_of(images, layer, seeing, how, fed)
    pixels, output = result.scenario.channels[channel], result.maps[number]
    since = Since(pixels, edit.region, output, fed, channel, number, result.__dict__.get("scale", 0.0))
    after = _told(result, Result(scenario, unchanging(sums), images, how, since), ends, counting)
    known = result.__dict__.get("map_ends")
    if known is not None and layer.pooling is None:
        each = zip(known, result.maps, after.maps, strict=True)
        after.__dict__["map_ends"] = tuple(ends_after(one, old, new, fed) for one, old, new in each)
    return after


def _with_channels(result: Result, scenario: Scenario, apart_in: dict[int, Region]) -> Result:
    """Return the result of several channels that have changed, as the maps do that a layer of a network is over.

    apart_in: where each of them has.
    """
    layer, images = scenario.layer, list(result.padded_images)
    for channel in apart_in:
        images[channel] = padded_channel(scenario.channels[channel], layer.padding)
    region, padded = block_around(list(apart_in.values())), tuple(images)
    how, fed = arithmetic_in(scenario, padded), result.slide.fed(region)
    if how != result.arithmetic or layer.pooling is not None:
        return _kept(result, anew(scenario, padded, how))
    sums = result.sums.copy()
    if all(part.stop > part.start for part in fed):
        each = layer.filters // layer.groups
        for first in range(0, layer.filters, each):
            seeing = range(first, first + each)
            sums[first : first + each, fed[0], fed[1]] = block_of(padded, layer, seeing, how, fed)
    return _kept(result, Result(scenario, unchanging(sums), padded, how))


def _ends_after(
    before: Result, scenario: Scenario, images: tuple[Grid, ...], channel: int, region: Region
) -> dict[str, tuple[Ends, ...]]:
    """Return the ends of all channels, without and with their padding, when a block of one of them has changed."""
    pixels, padded = scenario.channels[channel], images[channel]
    known = ends_after(before.image_ends[channel], before.scenario.channels[channel], pixels, region)
    each = {"image_ends": known, "padded_ends": known if padded is pixels else ends_of(padded)}
    return {
        name: tuple(found if place == channel else ends for place, ends in enumerate(getattr(before, name)))
        for name, found in each.items()
    }


def _told(before: Result, after: Result, ends: dict[str, tuple[Ends, ...]], counting: Counting | None) -> Result:
    """Let a result keep what is known of its pixels where only one channel has changed."""
    if counting is not None:
        after.__dict__["counting"] = counting
    after.__dict__.update(ends)
    return _kept(before, after)


def _learned(result: Result, scenario: Scenario) -> Result:
    """Return the result of other weights and biases in any filters, as learning makes them: they slide as before."""
    before, channels = result.scenario, scenario.channels
    if any(one is not other for one, other in zip(before.channels, channels, strict=True)):
        images = tuple(padded_channel(channel, scenario.layer.padding) for channel in channels)
        return _kept(result, anew(scenario, images, arithmetic_in(scenario, images)))
    images = result.padded_images
    after = _kept(result, anew(scenario, images, arithmetic_in(scenario, images)), *OF_PIXELS)
    nowhere = Edit(scenario, "kernel", (slice(0), slice(0)))
    after.__dict__.update(known_after(result.__dict__, before, scenario, nowhere))
    return after


def _same_maps(result: Result, scenario: Scenario) -> Result:
    """Return the result of a scenario that makes the same maps."""
    same = Result(scenario, result.sums, result.padded_images, result.arithmetic)
    same.__dict__["maps"] = result.maps
    return _kept(result, same, *OF_PIXELS)


def _kept(before: Result, after: Result, *more: str) -> Result:
    """Let a result keep how the kernels slide, and more of what is known already."""
    after.__dict__["slide"] = before.slide
    after.__dict__.update({name: before.__dict__[name] for name in more if name in before.__dict__})
    return after


def _slides_alike(before: Scenario, after: Scenario) -> bool:
    """Say whether nothing differs but pixels, weights and biases, or what no kernel's way depends on."""
    return before.walk == after.walk and before.layer.settings == after.layer.settings


def _same_walk(before: Scenario, after: Scenario) -> bool:
    """Say whether nothing but pixels differs, or names, seed and white, on which no output depends."""
    return before.walk == after.walk and before.layer.same_but_slide(after.layer)
