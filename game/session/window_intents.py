"""What the intents about settings, toasts and time do to the state. None of them touches the scenario."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.grid import checked_real
from ..core.limits import Range
from ..files.errors import shown
from ..input.window_intents import (
    Announce,
    Complain,
    DismissHint,
    DismissOffer,
    DismissToast,
    EndCallout,
    FullScreenChanged,
    NextTheme,
    Saved,
    ScaleBy,
    SetBrush,
    SetDecimals,
    SetPalette,
    SetScale,
    SetStops,
    SetTheme,
    Tick,
    ToggleReducedMotion,
)
from ..play.choices import DECIMALS, PALETTES, REMOTE_STOPS, SCALE, THEMES
from ..value import replace
from ..words.texts import text
from .guide import dismissed_hint, without_offer
from .naming import remembered, with_path
from .present_intents import faded
from .stack_intents import passed
from .toasts import dismissed, expired, with_toast
from .walk_intents import tick

if TYPE_CHECKING:
    from .scenario_intents import Handler
    from .state import State

SCALE_STEP = 25
"""Percent between the scales that a key goes through."""


def _settings(state: State, **changes: object) -> State:
    """Return the state with other values for some settings."""
    return replace(state, settings=replace(state.settings, **changes))


def set_brush(state: State, intent: SetBrush) -> State:
    """Give the brush a value that a pixel can have. Whoever chooses one wants to paint: the eraser is put down."""
    value = checked_real(intent.value, "brush", Range(0, state.scenario.white))
    painting = replace(state, interface=replace(state.interface, eraser=False))
    return _settings(painting, brush=value)


def _set_theme(state: State, intent: SetTheme) -> State:
    return _settings(state, theme=intent.name) if intent.name in THEMES else state


def _next_theme(state: State, _: NextTheme) -> State:
    return _settings(state, theme=THEMES[(THEMES.index(state.settings.theme) + 1) % len(THEMES)])


def _set_palette(state: State, intent: SetPalette) -> State:
    return _settings(state, palette=intent.name) if intent.name in PALETTES else state


def _set_stops(state: State, intent: SetStops) -> State:
    return _settings(state, stops=intent.name) if intent.name in REMOTE_STOPS else state


def _set_decimals(state: State, intent: SetDecimals) -> State:
    """Show at most so many decimals, as far as the range goes; None is automatic."""
    low, high = DECIMALS
    return _settings(state, decimals=None if intent.decimals is None else min(max(intent.decimals, low), high))


def set_scale(state: State, intent: SetScale) -> State:
    """Scale texts and controls, as far as the range goes."""
    low, high = SCALE
    return _settings(state, scale=min(max(intent.percent, low), high))


def _scale_by(state: State, intent: ScaleBy) -> State:
    """Go to the next multiples of 25 %, up or down."""
    scale, steps = state.settings.scale, intent.steps
    whole = scale // SCALE_STEP if steps > 0 else -(-scale // SCALE_STEP)
    return set_scale(state, SetScale((whole + steps) * SCALE_STEP))


def _tick(state: State, intent: Tick) -> State:
    """Let time pass for the walk, for the Stack view, and for the toasts; behind a blank screen the walk waits."""
    seconds = max(intent.dt, 0.0)
    stack = passed(state, seconds, intent.held)
    interface = faded(expired(replace(stack, now=stack.now + seconds)))
    after = replace(state, interface=interface)
    return after if interface.blank else tick(after, seconds)


def _saved(state: State, intent: Saved) -> State:
    """Let what is shown belong to the file that it was written to, and say so."""
    saved = remembered(with_path(state, intent.path), intent.path)
    return with_toast(saved, text("message.saved", path=shown(intent.path)), warning=False)


HANDLERS: dict[type, Handler] = {
    SetBrush: set_brush,
    SetTheme: _set_theme,
    NextTheme: _next_theme,
    SetPalette: _set_palette,
    SetStops: _set_stops,
    SetDecimals: _set_decimals,
    SetScale: set_scale,
    ScaleBy: _scale_by,
    ToggleReducedMotion: lambda state, _: _settings(state, reduced_motion=not state.settings.reduced_motion),
    Complain: lambda state, intent: with_toast(state, intent.sentence, warning=True),
    Announce: lambda state, intent: with_toast(state, intent.sentence, warning=False),
    DismissToast: lambda state, intent: replace(state, interface=dismissed(state.interface, intent.number)),
    DismissHint: dismissed_hint,
    DismissOffer: lambda state, _: without_offer(state),
    EndCallout: lambda state, _: state,
    FullScreenChanged: lambda state, intent: replace(state, interface=replace(state.interface, full_screen=intent.on)),
    Saved: _saved,
    Tick: _tick,
}
