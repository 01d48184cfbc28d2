"""The titles of a layer's grids, and what of the layer each of them is."""

from __future__ import annotations

from ...session.facts.around import TitleFacts
from ...session.facts.layers import LayerFacts
from ...ui.frame import BODY, HEADING, Frame
from ...ui.geometry import Rect
from ...ui.lane_places import LaneStage
from ...ui.widgets.base import Widget
from ...window.class_words import class_words, with_class
from ...words.numbers import size_text
from ...words.texts import text
from ..titles import coverage_legend, image_size_words, line, title_words

HIGH, ABOVE = 34, 46  # units: a title's height, and from a grid up to where its title begins
APART = 14  # units from a title to what stands beside it
LANE = ("patch", "kernel", "products")  # the grids of a lane, whose titles are of one size


def lane_titles(
    facts: TitleFacts, layer: LayerFacts, places: LaneStage, frame: Frame, counted: bool
) -> tuple[Widget, ...]:
    """Return the titles of image, patch, kernel, products and map; `counted`: how many maps there are may be told."""
    first, channels = places.lanes[0], layer.channels > 1
    px, end, kernel_end = places.px, places.ends[0], first.products.x - places.px(APART)
    covered = facts.most is not None
    window_end, products_end = places.output.x, places.output.x - px(APART)
    if layer.pictured:  # the map stands above the lane, not beside it
        window_end, products_end = places.ends[3], 2 * first.products.x - first.kernel.x - px(APART)
    image = _image_words(facts, layer)
    filters = () if layer.filters == 1 else _filter_words(layer)
    room = end if channels or layer.pictured else first.patch.x - px(40)
    named: tuple[tuple[str, int, int, str, int, tuple[str, ...]], ...] = (
        ("image", places.image.x, places.image.y, "text", room, image),
        ("patch", first.patch.x, first.patch.y, "text", window_end if layer.pooling else first.kernel.x, ()),
        ("kernel", first.kernel.x, first.kernel.y, "kernel_text", kernel_end, filters),
        ("products", first.products.x, first.products.y, "product_text", products_end, ()),
        ("output", places.output.x, places.output.y, "output_text", places.ends[3], _map_words(facts, layer, counted)),
    )
    if layer.pooling:
        named = tuple(one for one in named if one[0] not in ("kernel", "products"))
    fonts = {one[0]: _font(frame, places, _heading(one[0], covered, facts), one[4] - one[1]) for one in named}
    fonts |= dict.fromkeys(set(LANE) & set(fonts), min(font for name, font in fonts.items() if name in LANE))
    found: list[Widget] = []
    for name, x, y, role, last, words in named:
        found.extend(_title(frame, places, name, (x, y - px(ABOVE)), fonts[name], role, last, words, facts))
    return (*found, *coverage_legend(facts, frame, places, found)) if covered else tuple(found)


def _image_words(facts: TitleFacts, layer: LayerFacts) -> tuple[str, ...]:
    """Return what stands beside the image's title: the longest that has room, of these."""
    size = image_size_words(facts.image, facts.padding, facts.pixels)
    if layer.channels == 1:
        return size, size_text(facts.image)
    if layer.mixed and facts.most is None:
        return (
            text("lanes.of", what=text("lanes.colour.of"), size=size),
            text("lanes.of", what=text("lanes.colour.short"), size=size_text(facts.image)),
            text("lanes.colour.short"),
        )
    channel = text("lanes.channel.of", channel=layer.letters[layer.channel], count=layer.channels)
    if facts.maps:
        channel = text("lanes.map.of", map=layer.channel + 1, count=layer.channels)
    shorter = text("lanes.of", what=channel, size=size_text(facts.image))
    return text("lanes.of", what=channel, size=size), shorter, channel


def _map_words(facts: TitleFacts, layer: LayerFacts, counted: bool) -> tuple[str, ...]:
    """Return what stands beside the output's title."""
    size = text("predict.hidden.size") if facts.output is None else size_text(facts.output)
    if layer.filters == 1 or not counted:
        return (size,)
    which = text("lanes.map.of", map=layer.filter + 1, count=layer.filters)
    if layer.classes:
        which = with_class(text("lanes.map", map=layer.filter + 1), layer.classes, layer.filter)
        return text("lanes.of", what=which, size=size), which, class_words(layer.classes, layer.filter)
    return text("lanes.of", what=which, size=size), which


def _filter_words(layer: LayerFacts) -> tuple[str, ...]:
    """Return what stands beside the kernel's title; a filter of a network is one of so many, or stands for a class."""
    short, number, count = text("lanes.filter", filter=layer.filter + 1), layer.filter + 1, layer.filters
    if not layer.number:
        return (short,)
    among = text("lanes.filter.of", filter=number, count=count)
    if not layer.classes:
        return among, short
    longer = (with_class(words, layer.classes, layer.filter) for words in (among, short))
    return (*longer, class_words(layer.classes, layer.filter))


def _heading(name: str, covered: bool, facts: TitleFacts) -> str:
    """Return what a grid is called."""
    own = name == "patch" or (name == "output" and not facts.gradient)
    return text(f"lanes.{name}") if own else title_words(name, covered, facts.maps, facts.gradient)


def _font(frame: Frame, places: LaneStage, heading: str, width: int) -> int:
    """Return the largest font size at which a title fits into a width."""
    most = frame.size(HEADING)
    return frame.type.largest(heading, width - places.px(6), True, most) or most


def _title(
    frame: Frame,
    places: LaneStage,
    name: str,
    corner: tuple[int, int],
    font: int,
    role: str,
    end: int,
    words: tuple[str, ...],
    facts: TitleFacts,
) -> tuple[Widget, ...]:
    """Return a title, and beside it the first of some words that has room before the end."""
    px, size, covered = places.px, frame.size(BODY), facts.most is not None
    title = line(frame, f"title {name}", corner, px(HIGH), _heading(name, covered, facts), font, role, bold=True)
    reserved = title.rect.right + px(APART)
    for one in () if covered and name == "image" else words:
        width = frame.type.width(one, size, False)
        if reserved + width <= end:
            x = reserved if name == "kernel" else _edge(places, name, reserved + width, end) - width
            return title, frame.label(f"size {name}", Rect(x, corner[1], width, px(HIGH)), one, size, "dim")
    return (title,)


def _edge(places: LaneStage, name: str, least: int, end: int) -> int:
    """Return where the words beside a title end: at the image's edge, unless small pictures reach further below it."""
    return end if name != "image" or places.pictures else min(end, max(places.image.rect.right, least))
