"""In the Stack view too, nothing of what is asked in Predict is told before the answer."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from game.core.result import Result
from game.core.scenario import startup
from game.input.intent import Cell, GridName
from game.input.mode_intents import ChooseQuestion, Question, TogglePredict
from game.play.choices import HOME
from game.session.reduce import reduce
from game.session.state import State
from tests.picture import picture, pixels, window

from .scenes import stacked

SIZE = (1280, 720)
ANGLES = (HOME, HOME.changed(turn=-120.0, tilt=60.0, zoom=1.3))


def asking(question: Question, position: float, camera: object = HOME, rise: float = 1.0) -> State:
    """Return a state in which a question is open."""
    shown = stacked(startup(), position, rise, camera=camera)
    return reduce(reduce(shown, TogglePredict()), ChooseQuestion(question))


def with_secret(shown: State, factor: float) -> State:
    """Return the state with another value in the cell that is asked about and in all later ones."""
    step = int(shown.playback.position)
    output = shown.result.output.copy()
    flat = output.reshape(-1)
    flat[step:] = flat[step:] * factor + 0.125
    output.flags.writeable = False
    images, how = shown.result.padded_images, shown.result.arithmetic
    return shown.changed(result=Result(shown.scenario, output[None], images, how))


def grids_of(shown: State) -> NDArray[np.uint8]:
    """Return the picture without the rail and the four shades to pick from, one of which is the right one."""
    now, found = window(shown, SIZE), pixels(picture(shown, SIZE))[:, :1030]
    for one in now.widgets:
        if one.name.startswith(("predict", "shade")):
            found[one.rect.y : one.rect.bottom, one.rect.x : one.rect.right] = 0
    return found


@pytest.mark.parametrize("camera", ANGLES)
@pytest.mark.parametrize("fraction", [0.1, 0.25, 0.45, 0.65])
@pytest.mark.parametrize("rise", [1.0, 0.6])
def test_two_different_secrets_give_the_same_picture(camera: object, fraction: float, rise: float) -> None:
    asked = asking(Question.VALUE, 5 + fraction, camera, rise)
    assert (grids_of(with_secret(asked, 0.5)) == grids_of(with_secret(asked, 3000.0))).all()


def test_the_check_sees_a_secret_that_is_told() -> None:
    shown = stacked(startup(), 5.95)
    assert (grids_of(with_secret(shown, 0.5)) != grids_of(with_secret(shown, 3.0))).any()


@pytest.mark.parametrize("camera", ANGLES)
def test_while_the_patch_is_asked_nothing_shows_where_the_kernel_stands(camera: object) -> None:
    asked = [asking(Question.PATCH, 5 + part, camera) for part in (0.0, 0.3, 0.6, 0.9)]
    names = {widget.name for one in asked for widget in window(one, SIZE).widgets}
    assert not {"card", "patch"} & names
    views = [pixels(picture(one, SIZE))[40:550, :1030] for one in asked]
    assert all((view == views[0]).all() for view in views)
    now = window(asked[0], SIZE)
    assert now.first.stack is not None
    assert not dict(now.first.stack.grids)[GridName.KERNEL].there


def test_while_the_patch_is_asked_links_tell_nothing() -> None:
    asked = asking(Question.PATCH, 5.0)
    hovering = asked.changed(interface=asked.interface.changed(hover=Cell(GridName.OUTPUT, 1, 2)))
    names = {widget.name for widget in window(hovering, SIZE).widgets}
    assert "marks patch frame" not in names
    assert "links" not in names


def test_the_places_of_the_layers_do_not_tell_the_size() -> None:
    views = []
    for stride in (1, 2, 5):
        shown = stacked(startup().varied(stride=(stride, stride)), 3.0)
        asked = reduce(reduce(shown, TogglePredict()), ChooseQuestion(Question.SIZE))
        now = window(asked, SIZE)
        assert now.first.stack is not None
        assert not dict(now.first.stack.grids)[GridName.OUTPUT].there
        blank = next(one for one in now.widgets if one.name == "grid output")
        titles = tuple((one.name, one.rect) for one in now.widgets if one.name.startswith(("title", "size")))
        views.append((now.first.stack.image, now.first.stack.output, blank, titles))
        picture(asked, SIZE)  # that it can be drawn, although none of its cells can be pointed at
    assert views[0] == views[1] == views[2]


def test_the_secret_cell_is_a_question_mark_and_knows_no_value() -> None:
    asked = asking(Question.VALUE, 5.65)
    making = next(one for one in window(asked, SIZE).widgets if one.name == "making")
    assert making.words == "?"  # type: ignore[attr-defined]
    assert (making.value, making.shown_sum, making.reveal) == (0.0, None, 0.0)  # type: ignore[attr-defined]
    assert np.isfinite(asked.result.output).all()
