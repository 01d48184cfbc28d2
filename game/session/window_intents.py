"""What the intents about settings and toasts do to the state. None of them touches the scenario."""

from __future__ import annotations

from ..core.grid import checked_real
from ..core.limits import PIXEL
from ..files.errors import shown
from ..input import window_intents as intents
from ..input.intent import Intent
from ..play.choices import DECIMALS, PALETTES, REMOTE_STOPS, SCALE, SECTIONS, THEMES
from ..words.texts import text
from .guide import dismissed_hint, without_offer
from .naming import remembered, with_path
from .state import COLOUR_CHANNELS, Handler, State, toggled, within
from .toasts import with_share, with_toast, without_toasts

SCALE_STEP = 25
"""Percent between the scales that a key goes through."""


def set_brush(state: State, intent: intents.SetBrush) -> State:
    """Give the brush a value that a pixel can have. Whoever chooses one wants to paint: the eraser is put down."""
    value = checked_real(intent.value, "brush", PIXEL)
    chosen = within(state, "interface", eraser=False, brush_white=state.scenario.source_white, tint=())
    return within(chosen, "settings", brush=value)


def set_brush_colour(state: State, intent: intents.SetBrushColour) -> State:
    """Give the brush a colour, in a colour image; one with the same value in every channel is a gray."""
    colour = tuple(checked_real(value, "brush", PIXEL) for value in intent.colour)
    if len(colour) != COLOUR_CHANNELS or len(state.scenario.channels) != COLOUR_CHANNELS:
        return state
    if len(set(colour)) == 1:
        return set_brush(state, intents.SetBrush(colour[0]))
    return within(state, "interface", eraser=False, brush_white=state.scenario.source_white, tint=colour)


def _named(setting: str, names: tuple[str, ...]) -> Handler:
    """Return what an intent does that gives a setting one of some names; any other is none."""
    return lambda state, intent: within(state, "settings", **{setting: intent.name}) if intent.name in names else state


def _next_theme(state: State, _: intents.NextTheme) -> State:
    return within(state, "settings", theme=THEMES[(THEMES.index(state.settings.theme) + 1) % len(THEMES)])


def _set_decimals(state: State, intent: intents.SetDecimals) -> State:
    """Show at most so many decimals, as far as the range goes; None is automatic."""
    low, high = DECIMALS
    return within(state, "settings", decimals=None if intent.decimals is None else min(max(intent.decimals, low), high))


def _toggle_section(state: State, intent: intents.ToggleSection) -> State:
    """Open a section of the rail, or fold it; that of a network that learns is open while it does."""
    if intent.name == "learn":
        from .modes.train.handlers import toggled  # few networks learn

        return toggled(state)
    opened = {*state.settings.sections} ^ {intent.name}
    return within(state, "settings", sections=tuple(name for name in SECTIONS if name in opened))


def set_scale(state: State, intent: intents.SetScale) -> State:
    """Scale texts and controls, as far as the range goes."""
    low, high = SCALE
    return within(state, "settings", scale=min(max(intent.percent, low), high))


def _scale_by(state: State, intent: intents.ScaleBy) -> State:
    """Go to the next multiples of 25 %, up or down."""
    scale, steps = state.settings.scale, intent.steps
    whole = scale // SCALE_STEP if steps > 0 else -(-scale // SCALE_STEP)
    return set_scale(state, intents.SetScale((whole + steps) * SCALE_STEP))


def _show_notes(state: State, intent: intents.ShowNotes) -> State:
    return within(state, "interface", notes=not state.interface.notes if intent.on is None else intent.on)


def _saved(state: State, intent: intents.Saved) -> State:
    """Let what is shown belong to the file that it was written to, and say so."""
    saved = remembered(with_path(state, intent.path), intent.path)
    return with_toast(saved, text("message.saved", path=shown(intent.path)))


def _share_goes_on(state: State, intent: intents.ShareGoesOn) -> State:
    if intent.share is None:
        return without_toasts(state, lambda toast: toast.share is not None)
    share = min(max(intent.share, 0.0), 1.0)
    return with_share(state, text("share.going", name=intent.name, percent=int(100 * share)), share)


HANDLERS: dict[type[Intent], Handler] = {
    intents.SetBrush: set_brush,
    intents.SetBrushColour: set_brush_colour,
    intents.NextTheme: _next_theme,
    intents.SetPalette: _named("palette", PALETTES),
    intents.SetStops: _named("stops", REMOTE_STOPS),
    intents.SetDecimals: _set_decimals,
    intents.ToggleSection: _toggle_section,
    intents.SetScale: set_scale,
    intents.ScaleBy: _scale_by,
    intents.ToggleSavePicture: toggled("settings", "save_picture"),
    intents.ToggleSoftBrush: toggled("settings", "soft_brush"),
    intents.ToggleReducedMotion: toggled("settings", "reduced_motion"),
    intents.Complain: lambda state, intent: with_toast(state, intent.sentence, True, intent.of_paste),
    intents.Announce: lambda state, intent: with_toast(state, intent.sentence),
    intents.ShareGoesOn: _share_goes_on,
    intents.DismissToast: lambda state, intent: without_toasts(state, lambda toast: toast.number == intent.number),
    intents.DismissHint: dismissed_hint,
    intents.DismissOffer: lambda state, _: without_offer(state),
    intents.EndCallout: lambda state, _: state,
    intents.FullScreenChanged: lambda state, intent: within(state, "interface", full_screen=intent.on),
    intents.ShowNotes: _show_notes,
    intents.RestartClock: lambda state, _: within(state, "interface", begun=state.interface.begun + 1),
    intents.Saved: _saved,
}
