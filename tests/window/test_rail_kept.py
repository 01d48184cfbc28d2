"""What the rail keeps while another filter is in front, or weights are another, is what it would be anew."""

from __future__ import annotations

from game.input.intent import Cell, GridName, Intent
from game.input.interface_intents import OpenPopup
from game.input.layer_intents import SetBias, SetFilters
from game.input.scenario_intents import SetCell, SetQuantity
from game.input.walk_intents import GoToFilter
from game.input.window_intents import ToggleSection
from game.play.choices import SECTIONS
from game.session.front import fronted
from game.session.reduce import reduce
from game.session.shown import shown as facts_of
from game.session.state import State
from game.ui.frame import Frame
from game.ui.widgets.base import Widget
from game.ui.widgets.count import Count
from game.ui.widgets.select import Select
from game.value import Kept, narrowed
from game.window.rail import rail
from tests.layers import layer
from tests.picture import frame, state

SIZE = (1366, 900)
DONE: tuple[Intent, ...] = (
    GoToFilter(1),
    SetBias(0.5),
    SetCell(Cell(GridName.KERNEL, 0, 0), 3.0),
    GoToFilter(2),
    SetFilters(5),
    OpenPopup("kernel"),
    ToggleSection("kernel"),
    GoToFilter(0),
    ToggleSection("layer"),
    SetQuantity("stride", None, 2),
    GoToFilter(3),
)


def begun() -> State:
    """Return the state of a layer of three channels and four filters, with the rail open."""
    return fronted(state(layer(3, 4), settings={"sections": SECTIONS}))


def rail_of(shown: State, keep: Kept) -> dict[str, Widget]:
    """Return the widgets of the rail by their names."""
    plain = narrowed(frame(shown, SIZE), Frame)
    return {widget.name: widget for widget in rail(facts_of(shown).still.rail, plain, keep)}


def test_after_each_deed_the_rail_is_as_if_it_were_made_anew() -> None:
    keep, shown = Kept(), begun()
    for intent in DONE:
        shown = reduce(shown, intent)
        assert rail_of(shown, keep) == rail_of(shown, Kept()), intent


def test_another_filter_makes_no_row_anew_that_is_about_none() -> None:
    keep, shown = Kept(), begun()
    before = rail_of(reduce(shown, GoToFilter(0)), keep)
    kept = dict(keep._kept)
    after = rail_of(reduce(shown, GoToFilter(1)), keep)
    anew = {getattr(make, "__name__", "") for make, part in keep._kept.items() if kept.get(make) is not part}
    assert after["kernel"] != before["kernel"]
    assert anew == {"rest_of", "_of_source"}  # neither the rows of other sections nor what is below them


def test_rows_about_the_filter_in_front_say_what_is_so_of_it() -> None:
    keep, shown = Kept(), begun()
    for number, bias in ((1, 0.5), (2, -2.0)):
        shown = reduce(reduce(shown, GoToFilter(number)), SetBias(bias))
        found = rail_of(shown, keep)
        assert isinstance(count := found["bias"], Count)
        assert isinstance(kernel := found["kernel"], Select)
        assert count.intent == SetBias(bias)
        assert f"{number + 1}" in kernel.shown
