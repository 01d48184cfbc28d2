"""The gradient as a walk of its own: image and error map convolved, or the kernel stamped by the errors."""

from __future__ import annotations

from ....core.learning_walks import image_walk, weights_walk
from ....core.scenario import Scenario
from ....words.texts import text
from ...learning import IMAGE, Trace, factor_words
from ...remembered import Learn
from ...state import State, chosen_since, new_state
from ...toasts import without_toasts

OF_THE_WINDOW = ("presenting", "full_screen", "now", "pointer", "toasts", "toasts_made")
"""What of the interface belongs to the window, whichever walk is shown."""


def walk_of(trace: Trace, number: int, of: str) -> Scenario | None:
    """Return the scenario whose maps are a gradient, but for its factor: of a filter's kernels, or of the image.

    None where it cannot be shown.
    """
    found = image_walk(trace.slopes) if of == IMAGE else weights_walk(trace.slopes, number)
    return None if found is None else found.scenario.named(text(f"learn.walk.{of}.name"))


def walk_begun(state: State, walk: Scenario) -> State:
    """Show the walk of a gradient; the person's own state waits."""
    fresh = new_state(walk, state.settings, 0.0, playing=True)
    kept = {name: getattr(state.interface, name) for name in (*OF_THE_WINDOW, "camera", "guide", "scroll")}
    return fresh.changed(interface=fresh.interface.changed(**kept), learn=Learn(on=True), aside=state)


def says(trace: Trace) -> str:
    """Return what the sums of a walk have to do with the gradient."""
    return text("learn.walk.says", factor=factor_words(trace.goal.learning))


def _said_of_walk(own: State) -> tuple[str, ...]:
    """Return what is said while the walk of a gradient is shown, and is about it alone; own: the state that waits."""
    fixed = text("learn.walk.fixed")
    return (fixed,) if own.learn.trace is None else (fixed, says(own.learn.trace))


def walk_left(state: State) -> State:
    """Return to what learns, as it was left; what belongs to the window stays as it is now."""
    if state.aside is None:
        return state
    own = chosen_since(state.aside, state)
    ended = without_toasts(state, lambda toast: toast.sentence in _said_of_walk(own))
    kept = {name: getattr(ended.interface, name) for name in OF_THE_WINDOW}
    return own.changed(interface=own.interface.changed(hover=None, **kept))
