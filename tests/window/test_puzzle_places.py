"""Where the target of a puzzle stands: under the output, over nothing else, and large enough to be read."""

from __future__ import annotations

import pytest

from game.files.settings import Settings
from game.input.intent import GridName
from game.input.mode_intents import StartPresent
from game.input.stack_intents import ToggleStack
from game.session.state import State
from game.ui.widgets.base import Widget
from game.view.goal import Target
from tests.picture import Size, window
from tests.puzzling import STOPS, begun
from tests.session.hands import after

SIZES: tuple[Size, ...] = ((1920, 1080), (1366, 768), (1024, 768), (800, 600))
OF_A_GOAL = ("goal", "goal title", "goal size", "goal state")
OTHERS = ("legend", "dot product", "tour", "transport", "step", "phase", "times", "where")


def shown_in(state: State, size: Size) -> dict[str, Widget]:
    return {widget.name: widget for widget in window(state, size).widgets}


def laid_clear(state: State, size: Size) -> Target | None:
    """Return the target, which lies over no grid and no words, inside the stage."""
    whole = window(state, size)
    found = {widget.name: widget for widget in whole.widgets}
    own = [found[name] for name in OF_A_GOAL if name in found]
    flat = not state.interface.stacked
    grids = [place.rect for _, place in whole.first.grids() if place.pitch] if flat else []
    others = [*grids, *(found[name].rect for name in OTHERS if name in found)]
    for one in own:
        rect = one.rect.inset(2 if one.name == "goal" else 0)
        assert rect.x >= 0
        assert rect.right <= size[0]
        assert rect.bottom <= size[1]
        assert not [other for other in others if rect.overlap(other).w > 0 and rect.overlap(other).h > 0], one.name
    target = found.get("goal")
    return target if isinstance(target, Target) else None


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("presenting", [False, True])
def test_the_target_covers_nothing_and_its_numbers_are_read(size: Size, presenting: bool) -> None:
    for name in STOPS:
        state = after(begun(name), StartPresent()) if presenting else begun(name)
        target = laid_clear(state, size)
        assert target is not None, name
        few = max(target.board.size) <= 4
        assert target.place.pitch >= (20 if few else 10), (name, target.place.pitch)
        assert not few or target.look.size >= 9, name


@pytest.mark.parametrize("scale", [75, 200])
def test_it_covers_nothing_at_other_scales_of_text(scale: int) -> None:
    for name in ("puzzle-3", "puzzle-5", "puzzle-9", "puzzle-12"):
        for size in SIZES[1:]:
            laid_clear(begun(name, Settings(scale=scale)), size)


def test_cells_of_target_and_output_are_of_one_size_where_there_is_room() -> None:
    for name in ("puzzle-1", "puzzle-3", "puzzle-6", "puzzle-8"):
        whole = window(begun(name), (1366, 768))
        output = dict(whole.first.grids())[GridName.OUTPUT]
        target = whole.named("goal")
        assert isinstance(target, Target)
        assert abs(target.place.pitch - output.rect.h / whole.first.places.output.rows) <= 3, name


def test_it_is_there_in_the_stack_view_too() -> None:
    for name in ("puzzle-5", "puzzle-12"):
        state = after(begun(name), ToggleStack())
        risen = state.changed(interface=state.interface.changed(rise=1.0))
        assert laid_clear(risen, (1366, 768)) is not None


def test_in_a_very_small_window_the_image_is_alone() -> None:
    assert "goal" not in shown_in(begun("puzzle-1"), (480, 320))
