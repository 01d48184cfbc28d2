"""Channels, filters and the layer in the rail by hand, and the map of kernels that opens from the filters."""

from __future__ import annotations

import json

import pytest

from game.core.padding import Padding
from game.core.scenario import startup
from game.files.settings import Settings
from game.input.effects import OpenTour
from game.input.interface_intents import OpenPopup, ScrollTo
from game.input.layer_intents import SetActivation, SetChannels, SetFilters, SetGroups, SetPadding
from game.input.tour_intents import BeginTour
from game.input.window_intents import ToggleSection
from game.session.naming import walk_words
from game.session.tour import at_stop
from game.ui.layout import RAIL_FOLDED
from game.ui.widgets.button import Head
from game.ui.widgets.count import Count
from game.ui.widgets.kernel_map import KernelMap
from game.ui.widgets.label import Label, Runs
from game.ui.widgets.select import PopupList, Select
from game.ui.widgets.slider import Slider
from game.ui.widgets.switch import Stepper
from game.words.texts import text
from tests.files.examples import parse_tour
from tests.layers import three_channels
from tests.picture import state, typeface, window

from .hands import Person

LARGE = (2560, 1440)
OF_LAYERS = ("channels", "filters", "kernel map", "bias", "activation", "padding sides")


def layered(*done: object, size: tuple[int, int] = LARGE) -> Person:
    """Return a person with three channels and four filters, what was done then, and the layer in sight."""
    person = Person(size=size, settings=Settings(sections=("kernel", "layer")))
    person.controller.dispatch((SetChannels(3), SetFilters(4), *done))  # type: ignore[arg-type]
    person.controller.built()
    return person


def count(person: Person, name: str) -> Count:
    found = person.widget(name)
    assert isinstance(found, Count)
    return found


def shape(person: Person) -> tuple[int, int, int]:
    """Return channels, filters and groups."""
    shown = person.state.scenario
    return len(shown.channels), shown.layer.filters, shown.layer.groups


def formula(person: Person) -> list[str]:
    runs = [
        widget for widget in person.window.widgets if isinstance(widget, Runs) and widget.name.startswith("formula")
    ]
    return ["".join(run.text for run in line.runs) for line in runs]


def test_channels_and_filters_have_one_less_and_one_more() -> None:
    person = Person(size=LARGE)
    person.clicks(count(person, "channels").minus.centre)
    person.clicks(count(person, "channels").plus.centre)
    person.clicks(count(person, "filters").plus.centre)
    person.clicks(count(person, "filters").plus.centre)
    assert shape(person) == (2, 3, 1)
    assert (count(person, "channels").shown, count(person, "filters").shown) == ("2", "3")
    person.keys("Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert person.state.scenario == startup()


def test_both_are_typed_and_set_by_arrows() -> None:
    person = Person(size=LARGE)
    person.clicks(count(person, "channels").number_rect.centre)
    person.types("17")
    person.keys("Enter")
    assert [toast.sentence for toast in person.state.interface.toasts] == ["The channels must be from 1 to 16, not 17."]
    person.keys("Backspace", "Enter")
    person.focuses("filters")
    person.keys("Right", "Right", "End")
    assert shape(person) == (1, 16, 1)
    person.focuses("channels")
    person.keys("Enter")
    person.types("16")
    person.keys("Enter")
    assert shape(person) == (16, 16, 1)


def test_filters_go_in_steps_that_the_groups_can_share() -> None:
    person = layered(SetChannels(4), SetGroups(4))
    person.clicks(count(person, "filters").plus.centre)
    assert shape(person) == (4, 8, 4)
    person.clicks(count(person, "filters").minus.centre)
    person.clicks(count(person, "filters").minus.centre)
    assert shape(person) == (4, 4, 4)


def words_of(person: Person, name: str) -> str:
    found = person.widget(name)
    assert isinstance(found, Label)
    return found.text


def test_groups_go_through_the_common_divisors_and_depthwise_to_the_channels() -> None:
    person = layered(SetChannels(4))
    seen = []
    for _ in range(3):
        stepper = person.widget("groups")
        assert isinstance(stepper, Stepper)
        person.clicks(stepper.plus.centre)
        seen.append(shape(person))
    assert seen == [(4, 4, 2), (4, 4, 4), (4, 4, 4)]
    assert not person.widget("depthwise").mood.enabled
    person = layered()
    alone = person.widget("groups")
    assert (alone.mood.enabled, alone.about) == (False, "No number but 1 divides both 4 filters and 3 channels")
    assert words_of(person, "groups see") == "Each filter sees all 3 channels."
    person.clicks("depthwise")
    assert shape(person) == (3, 6, 3)
    assert words_of(person, "groups see") == "Each filter sees 1 of 3 channels."
    assert words_of(person, "groups weights") == "1 × 3 × 3 = 9 weights per filter"
    assert "depthwise" not in Person(size=LARGE).names()


def test_bias_and_activation() -> None:
    person = Person(size=LARGE, settings=Settings(sections=("layer",)))
    person.clicks(count(person, "bias").number_rect.centre)
    person.types("-2")
    person.keys("Enter")
    assert person.state.scenario.layer.bias.tolist() == [-2.0]
    person.clicks("activation")
    shown = next(widget for widget in person.window.widgets if isinstance(widget, PopupList))
    assert [item.words for item in shown.items] == ["none", "ReLU", "leaky ReLU", "sigmoid", "tanh"]
    person.keys("Down", "Enter")
    assert person.state.scenario.layer.activation == "relu"
    select = person.widget("activation")
    assert isinstance(select, Select)
    assert select.shown == "Activation: ReLU"


@pytest.mark.parametrize(
    ("done", "words"),
    [
        ((), "Layer: convolution"),
        ((SetActivation("tanh"),), "Layer: convolution, tanh"),
        ((SetChannels(4), SetGroups(2)), "Layer: 2 groups"),
        ((SetChannels(4), SetGroups(4), SetActivation("relu")), "Layer: depthwise, ReLU"),
    ],
)
def test_the_layer_is_folded_at_first_and_says_what_it_is(done: tuple[object, ...], words: str) -> None:
    assert "layer" not in Settings().sections
    person = Person(size=LARGE, settings=Settings())
    person.controller.dispatch((SetChannels(3), SetFilters(4), *done))  # type: ignore[arg-type]
    person.controller.built()
    head = person.widget("layer head")
    assert isinstance(head, Head)
    assert head.words == words
    assert "bias" not in person.names()
    person.clicks("layer head")
    assert "bias" in person.names()


def test_the_foot_counts_maps_and_weights_and_is_as_ever_with_one_of_each() -> None:
    assert formula(layered())[-2:] == ["4 filters → 4 maps", "weights: 4 × 3 × 3 × 3 = 108"]
    assert formula(layered(SetFilters(1)))[-2:] == ["1 filter → 1 map", "weights: 1 × 3 × 3 × 3 = 27"]
    assert len(formula(Person(size=LARGE))) == 2


def test_the_factors_of_the_weights_are_named_under_them() -> None:
    person = layered()
    names, line = person.widget("formula weights names"), person.widget("formula weights")
    assert isinstance(names, Label)
    assert names.text == "filters × channels × rows × columns"
    assert names.rect.y >= line.rect.centre[1]
    assert names.rect.x == line.rect.x
    assert "formula weights names" not in Person(size=LARGE).names()


def test_of_groups_the_channels_of_one_are_counted_and_named_so() -> None:
    person = layered(SetFilters(3), SetGroups(3))
    assert formula(person)[-1] == "weights: 3 × 1 × 3 × 3 = 27"
    names = person.widget("formula weights names")
    assert isinstance(names, Label)
    assert names.text == "filters × channels ÷ groups × kernel"


def test_the_formula_has_both_sides_of_a_padding_where_they_differ() -> None:
    person = Person(size=LARGE)
    person.controller.dispatch((SetPadding(Padding(1, 2, 1, 2)),))
    person.controller.built()
    assert formula(person) == ["(8 + 1 + 2 − 3) ÷ 2 = 4", "4 + 1 = 5"]
    assert person.state.scenario.output_size == (5, 5)
    assert {"formula before", "formula after"} <= set(person.names())
    person.controller.dispatch((SetPadding(Padding(1, 1, 1, 1)),))
    person.controller.built()
    assert formula(person)[0] == "(8 + 2 × 1 − 3) ÷ 2 = 3.5"


def test_the_padding_of_a_slider_says_both_sides_where_they_differ() -> None:
    person = Person(size=LARGE)
    person.controller.dispatch((SetPadding(Padding(1, 2, 0, 3, "reflect")),))
    person.controller.built()
    shown = [person.widget(f"padding {axis}") for axis in ("rows", "columns")]
    assert [slider.shown for slider in shown if isinstance(slider, Slider)] == ["1, 2", "0, 3"]
    assert walk_words(person.state.scenario) == ("stride 2", "reflect padding 1, 2 × 0, 3")


def test_a_slider_says_what_fills_the_padding() -> None:
    person = Person(size=LARGE)
    person.controller.dispatch((SetPadding(Padding(3, 3, 3, 3, "reflect")),))
    person.controller.built()
    assert "Up to 7: “reflect” has no more pixels." in person.widget("padding").tooltip
    assert (
        "From 4 on: the kernel has to fit, and “reflect” needs so many pixels." in person.widget("image size").tooltip
    )


def test_the_map_of_kernels_opens_from_the_filters_and_shows_what_is_live() -> None:
    person = layered()
    steps = person.state.scenario.map_steps
    person.controller.state = person.state.changed(
        playback=person.state.playback.changed(position=2 * steps + 0.5, playing=False)
    )
    person.controller.built()
    person.clicks("kernel map")
    shown = person.widget("kernel map circles")
    assert isinstance(shown, KernelMap)
    assert (shown.letters, shown.filters, shown.groups, shown.filter) == (("R", "G", "B"), 4, 1, 2)
    person.keys("Escape")
    assert person.state.interface.popup is None


STOP: dict[str, object] = {
    "title": "One",
    "text": "Look.",
    "scenario": {"image": "noise", "image_size": 6, "kernel": "ones", "kernel_size": 3},
}


def at_a_stop(**fields: object) -> Person:
    person = Person(size=LARGE)
    told = json.dumps({"kernelscope_tour": 1, "stops": [STOP | fields]})
    person.controller.dispatch((BeginTour(parse_tour(told)),))
    person.controller.built()
    return person


def test_a_tour_about_one_channel_and_one_filter_has_no_other_rows() -> None:
    assert set(Person(size=LARGE).names()) >= set(OF_LAYERS)
    assert not set(at_a_stop().names()) & {*OF_LAYERS, "layer head", "groups", "depthwise"}


@pytest.mark.parametrize("name", OF_LAYERS)
def test_a_stop_that_points_at_one_of_them_has_all_and_opens_its_section(name: str) -> None:
    person = at_a_stop(point={"control": name})
    assert name in person.names()
    assert person.widget(name).visible.h
    assert name not in at_a_stop(point={"control": name}, hide=[name]).names()


@pytest.mark.parametrize(("lock", "filters"), [("image", 2), ("kernel", 1), ("stride", 2)])
def test_a_stop_that_keeps_image_or_kernel_keeps_channels_or_filters(lock: str, filters: int) -> None:
    person = at_a_stop(point={"control": "channels"}, lock=[lock])
    person.clicks(count(person, "channels").plus.centre)
    channels = 2 if lock == "stride" else 1
    assert shape(person) == (channels, 1, 1)
    person.controller.dispatch((SetFilters(2),))
    assert shape(person) == (channels, filters, 1)


@pytest.mark.parametrize(("stop", "name", "button"), [(2, "filters", "plus"), (3, "channels", "minus")])
def test_what_a_stop_of_the_colour_tour_asks_for_is_done_by_hand(stop: int, name: str, button: str) -> None:
    person = in_the_colour_tour(stop)
    person.clicks(getattr(count(person, name), button).centre)
    assert count(person, name).shown == "2"
    assert person.state.interface.toasts == ()


def test_a_stop_that_keeps_the_kernels_keeps_their_number() -> None:
    person = in_the_colour_tour(1)
    assert [count(person, name).allowed for name in ("channels", "filters")] == [(3, 3), (1, 1)]


def in_the_colour_tour(stop: int) -> Person:
    person = Person(size=LARGE)
    person.controller.dispatch((OpenTour("colour"),))
    person.controller.state = at_stop(person.state, stop)
    person.controller.built()
    return person


SIZES = ((1366, 768), (1024, 768), (800, 600), (1920, 1080))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("opened", ["source", "kernel", "slide", "layer"])
@pytest.mark.parametrize("scroll", [0.0, 1e6])
def test_a_section_that_is_opened_is_seen_as_far_as_it_fits(size: tuple[int, int], opened: str, scroll: float) -> None:
    others = tuple(name for name in ("source", "kernel", "slide", "layer") if name != opened)
    person = Person(size=size, settings=Settings(sections=others))
    person.controller.dispatch((SetChannels(3), SetFilters(4)))
    if person.window.frame.layout.fold >= RAIL_FOLDED:
        person.clicks("show rail")
    person.controller.dispatch((ScrollTo("rail", scroll), ToggleSection(opened)))
    person.controller.built()
    widgets = person.window.widgets
    at = next(index for index, one in enumerate(widgets) if isinstance(one, Head) and one.section == opened)
    rest = widgets[at + 1 :]
    ends = (index for index, one in enumerate(rest) if isinstance(one, Head) or one.clip is None)
    held = [one for one in rest[: next(ends, len(rest))] if one.name != "rail line"]
    head, shown = widgets[at], person.widget("rail thumb").rect
    assert isinstance(head, Head)
    assert head.opened
    assert held
    assert shown.y <= head.rect.y
    room = shown.h >= held[-1].rect.bottom - head.rect.y + 8
    assert held[-1].rect.bottom <= shown.bottom if room else head.rect.y - shown.y <= 1


def test_a_section_that_is_folded_and_a_rail_that_is_scrolled_move_nothing() -> None:
    person = layered(size=(1366, 768))
    person.controller.dispatch((ScrollTo("rail", 300.0),))
    person.controller.built()
    before = person.state.interface.scrolled("rail")
    person.waits(0.2)
    assert person.state.interface.scrolled("rail") == before
    person.clicks("layer head")
    assert person.state.interface.scrolled("rail") == before


def test_the_walk_goes_on_by_keys_while_the_map_of_kernels_is_open() -> None:
    person = layered(size=(1366, 768))
    person.clicks("kernel map")
    for key, position in (("Right", 1.0), ("Right", 2.0), ("Left", 1.0), ("Home", 0.0)):
        person.keys(key)
        assert person.state.playback.target in (None, position)
        person.waits(6.0)
        assert person.state.playback.position == position
        assert person.state.interface.popup == "kernel map"
    person.keys("Space")
    assert person.state.playback.playing
    person.keys("Space")
    person.types(";")
    person.waits(1.0)
    shown = person.widget("kernel map circles")
    assert isinstance(shown, KernelMap)
    assert shown.filter == 1
    person.keys("R", "Escape")
    assert person.state.interface.popup is None


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("filters", [4, 16])
def test_the_map_of_kernels_covers_nothing_that_is_being_made(size: tuple[int, int], filters: int) -> None:
    person = layered(SetChannels(filters), SetFilters(filters), size=size)
    if person.window.frame.layout.fold >= RAIL_FOLDED:
        person.clicks("show rail")
    person.controller.dispatch((OpenPopup("kernel map"),))
    person.controller.built()
    layout, place = person.window.frame.layout, person.widget("kernel map ground").rect
    assert not place.meets(layout.stage)
    assert layout.whole.holds(place)


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
def test_a_folded_head_says_all_of_its_layer(size: tuple[int, int]) -> None:
    for activation in ("relu", "leaky relu", "sigmoid", "tanh"):
        heads = [one for one in window(state(three_channels(activation)), size).widgets if isinstance(one, Head)]
        (layer,) = [one for one in heads if one.section == "layer"]
        assert not layer.opened
        assert layer.words.endswith(text(f"activation.{activation}")), "nothing is cut"
        largest = max(one.size for one in heads)
        assert 0.78 * largest <= layer.size <= largest
        assert max(typeface().width(one.words, one.size, True) for one in heads) <= layer.rect.w
