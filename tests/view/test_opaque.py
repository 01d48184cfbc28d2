"""What hides all that lies below it says so truly, and nothing of that is drawn."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from game.core.scenario import Scenario, startup
from game.session.front import fronted
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.widgets.base import Widget
from game.ui.widgets.label import Area
from game.view.compositor import paint
from tests.core.test_large_images import large
from tests.layers import layer
from tests.picture import new_canvas, pixels, state, window

SIZE = (1366, 768)
SHOWN: dict[str, tuple[Scenario, float, dict[str, Any]]] = {
    "start": (startup(), 5.6, {}),
    "summing": (startup(), 5.8, {"rise": 0.0}),
    "lanes": (layer(3, 4, padding=(1, 1)), 7.5, {}),
    "picture": (large(), 3000.7, {}),
    "present": (startup(), 5.6, {"presenting": True}),
}


@pytest.mark.parametrize(("shown", "position", "interface"), SHOWN.values(), ids=SHOWN)
def test_what_says_that_it_hides_what_is_below_does(
    shown: Scenario, position: float, interface: dict[str, Any]
) -> None:
    opaque = [each for each in window(fronted(state(shown, position, **interface)), SIZE).widgets if each.opaque]
    assert len(opaque) > 3
    for widget in opaque:
        drawn = []
        for ground in ((0, 0, 0), (255, 0, 255)):
            canvas = new_canvas(SIZE)
            canvas.surface.fill(ground)
            widget.draw(canvas)
            drawn.append(pixels(canvas.surface))
        x, y, w, h = _hidden(widget).overlap(Rect(0, 0, *SIZE))
        one, other = (each[y : y + h, x : x + w] for each in drawn)
        assert np.array_equal(one, other), widget.name


def _hidden(widget: Widget) -> Rect:
    """Return the largest part, as wide or as high as it, of which a widget says that it hides what is below."""
    for inset in range(40):
        part = widget.rect.inset(inset, 0)
        if widget.hides(part):
            return part
    raise AssertionError(f"{widget.name} hides nothing")


class Counted(Area, kw_only=True):
    """An area that must not be drawn."""

    def draw(self, canvas: Canvas) -> None:
        """Complain."""
        raise AssertionError(f"it is hidden, on {canvas.theme.name}")


def test_what_is_hidden_is_not_drawn_and_what_is_seen_is() -> None:
    canvas = new_canvas((60, 40))
    whole, part = Rect(0, 0, 60, 40), Rect(10, 10, 20, 20)
    below, above = Counted(name="below", rect=whole, role="panel"), Area(name="above", rect=part, role="now")
    paint(canvas, (below, above), [Rect(12, 12, 5, 5)])
    assert canvas.surface.get_at((13, 13))[:3] == canvas.theme.now
    for seen in (Rect(5, 12, 10, 5), Rect(12, 5, 5, 10)):
        with pytest.raises(AssertionError, match="hidden"):
            paint(canvas, (below, above), [seen])
        canvas.surface.set_clip(None)


def test_round_corners_hide_nothing() -> None:
    area = Area(name="area", rect=Rect(0, 0, 60, 40), role="panel", radius=8)
    assert area.hides(Rect(20, 0, 10, 40))
    assert area.hides(Rect(0, 15, 60, 10))
    assert not area.hides(Rect(0, 0, 10, 10))
    assert not area.hides(Rect(50, 30, 10, 10))


def test_what_is_scrolled_out_of_sight_hides_nothing() -> None:
    canvas, part = new_canvas((60, 40)), Rect(10, 10, 20, 20)
    below = Area(name="below", rect=Rect(0, 0, 60, 40), role="panel")
    paint(canvas, (below, Area(name="above", rect=part, role="now", clip=Rect(10, 10, 4, 20))), [Rect(12, 12, 5, 5)])
    shown = [canvas.surface.get_at((x, 13))[:3] for x in (13, 14)]
    assert shown == [canvas.theme.now, canvas.theme.panel]
