"""The small channels and maps of stamps: what stands in them, where, and what a click does."""

from __future__ import annotations

import pytest

from game.core.operation_change import TRANSPOSED, with_operation
from game.core.scenario import Scenario, startup
from game.input.mode_intents import TogglePredict
from game.input.walk_intents import Scrub
from game.input.window_intents import Tick
from game.session.reduce import reduce
from game.session.state import State
from game.ui.geometry import Rect
from game.ui.stage import row_under
from game.ui.stage_stamp import stamp_stage
from game.ui.widgets.base import Widget
from game.view.lanes.channels import ChannelPicture
from game.view.lanes.maps import SmallMap
from game.view.stamp.places import looks_on, shape_of_stamps, stamp_places, stamps_of
from game.view.stamp.rows import LEAST, row_of
from tests.layers import layer, three_channels
from tests.picture import frame, state, window
from tests.shell.hands import Person

SIZES = [(800, 600), (1024, 768), (1366, 768), (1920, 1080)]


def stamps(channels: int = 3) -> Scenario:
    """Return a transposed convolution of three colours and four maps, or of so many channels, each with a map."""
    shown = three_channels() if channels == 3 else layer(channels, channels)
    return with_operation(shown.varied(stride=(2, 2)), TRANSPOSED)


def at(position: float, channels: int = 3) -> State:
    opened = reduce(state(stamps(channels)), Tick(0.0))
    return reduce(opened, Scrub(position))


def somebody(position: float) -> Person:
    found = Person(stamps(), (1366, 768))
    found.waits(0.05)
    found.controller.dispatch((Scrub(position),))
    found.waits(0.05)
    return found


def of_kind(shown: State, size: tuple[int, int], kind: type) -> list:  # type: ignore[type-arg]
    return [widget for widget in window(shown, size).widgets if isinstance(widget, kind)]


@pytest.mark.parametrize(("size", "channels"), [*((size, 3) for size in SIZES), ((1366, 768), 16), ((1920, 1080), 16)])
def test_every_channel_and_map_has_its_picture_and_covers_nothing(size: tuple[int, int], channels: int) -> None:
    shown = at(9.5, channels)
    pictures, maps = of_kind(shown, size, ChannelPicture), of_kind(shown, size, SmallMap)
    assert len(pictures) == channels
    assert len(maps) == (4 if channels == 3 else channels)
    built = window(shown, size)
    room, found = built.frame.layout.stage, [*pictures, *maps]
    said: list[Widget] = [widget for widget in built.widgets if widget.name.startswith(("stamps ", "legend"))]
    grids = [widget for widget in built.widgets if widget.name.startswith("grid ")]
    for index, one in enumerate(found):
        assert room.inset(-2).holds(one.rect), one.name
        assert one.grid.rect.w >= 8
        assert one.size >= 9
        assert not any(one.rect.meets(other.rect) for other in (*found[:index], *said, *grids)), one.name


def test_those_of_the_stamp_are_framed_and_finished_maps_stand() -> None:
    for position, channel, front, finished in ((9.5, 0, 0, 0), (40.5, 1, 0, 0), (250.5, 0, 2, 2), (431.5, 2, 3, 3)):
        shown = at(position)
        pictures, maps = of_kind(shown, (1366, 768), ChannelPicture), of_kind(shown, (1366, 768), SmallMap)
        assert [one.chosen for one in pictures] == [index == channel for index in range(3)]
        assert [one.chosen for one in maps] == [index == front for index in range(4)]
        assert [one.made for one in maps] == [144 * (index < finished) for index in range(4)]
    assert [one.made for one in of_kind(at(432.0), (1366, 768), SmallMap)] == [144] * 4


def test_the_pixels_are_those_that_were_set() -> None:
    pictures = of_kind(at(9.5), (1366, 768), ChannelPicture)
    assert [one.channels[0].thing.shape for one in pictures] == [(6, 6)] * 3
    assert [one.words for one in pictures] == list("RGB")


def test_a_click_brings_a_channel_or_goes_to_a_map() -> None:
    person = somebody(9.5)
    person.clicks("channel G")
    assert person.state.result.scenario.channel == 1
    person.clicks("map 3")
    assert person.state.result.scenario.filter == 2


def test_while_something_is_asked_there_are_none() -> None:
    shown = reduce(at(9.5), TogglePredict())
    assert not of_kind(shown, (1366, 768), SmallMap)
    assert not of_kind(shown, (1366, 768), ChannelPicture)


def test_they_are_kept_while_a_map_is_made() -> None:
    person = somebody(9.5)
    before = [widget for widget in person.window.widgets if isinstance(widget, SmallMap | ChannelPicture)]
    person.keys("Right")
    after = [widget for widget in person.window.widgets if isinstance(widget, SmallMap | ChannelPicture)]
    assert len(before) == 7
    assert [one is other for one, other in zip(before, after, strict=True)] == [True] * 7


def test_one_channel_and_one_map_have_none() -> None:
    one = reduce(state(with_operation(startup(), TRANSPOSED)), Scrub(1.0))
    assert not of_kind(one, (1366, 768), SmallMap)
    assert not of_kind(one, (1366, 768), ChannelPicture)


def test_a_row_has_room_or_is_not_there() -> None:
    area = Rect(10, 20, 300, 70)
    found = row_of(area, 5, 1.0)
    assert len(found) == 5
    assert all(area.holds(each.rect) for each in found)
    assert row_of(area._replace(h=20), 5, 1.0) == ()
    assert row_of(area._replace(w=8 * LEAST), 16, 1.0) == ()


@pytest.mark.parametrize("size", [(800, 600), (1366, 768)])
def test_the_map_keeps_its_numbers(size: tuple[int, int]) -> None:
    for rows in range(4, 13):
        shown = with_operation(layer(1, 4, (rows, rows)).varied(stride=(2, 2)), TRANSPOSED)
        built = frame(reduce(state(shown), Tick(0.0)), size)
        side, layout = stamps_of(built), built.layout
        row = row_under(layout.stage, layout.text, rows)
        plain = stamp_stage(layout.stage, layout.text, shape_of_stamps(built), row)
        looks = [looks_on(built, each).output.size for each in (plain, stamp_places(built))]
        assert looks[1] or not looks[0], (rows, side.size)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("channels", [3, 16])
def test_what_is_said_follows_the_channels_or_the_brush(size: tuple[int, int], channels: int) -> None:
    built = window(at(9.5, channels), size)
    above = [each for each in built.widgets if isinstance(each, ChannelPicture)]
    bottom = above[0].rect.bottom if above else built.places.brush.bottom
    said = min(each.rect.y for each in built.widgets if each.name.startswith("stamps "))
    assert 0 < said - bottom <= 20 * built.frame.unit
