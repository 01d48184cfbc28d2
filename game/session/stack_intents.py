"""What the intents about the Stack view, and time, do to the state. None of them touches the scenario."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ..core.grid import checked_real
from ..input.intent import Intent
from ..input.stack_intents import ComeHome, Orbit, Pan, SetGap, SetView, ShowStack, ToggleStack, ToggleTurning, Zoom
from ..play.choices import GAPS, HOME, HUES, Camera
from ..play.orbit import TURN_SPEED, flown, in_sight, panned, spread, turned, zoomed
from ..words.texts import text
from .front import front_of, with_front
from .interface import Interface
from .state import Handler, State, toggled, within
from .toasts import with_toast

STILL_SECONDS = 0.2
"""So long after its last move the camera is at rest."""


def _moved(move: Callable[[Camera, Any], Camera]) -> Handler:
    """Return what an intent does that moves the camera; in the Flat view it does nothing."""
    return lambda state, intent: (
        _looking(state, move(state.interface.camera, intent)) if state.interface.stacked else state
    )


def _looking(state: State, camera: Camera) -> State:
    interface = state.interface
    return state if camera == interface.camera else within(state, "interface", camera=camera, looked_at=interface.now)


def _come_home(state: State, _: object) -> State:
    return within(_looking(state, HOME), "interface", turning=False) if state.interface.stacked else state


def set_gap(state: State, intent: SetGap) -> State:
    """Give the layers a distance. Raises an error of core when it cannot be."""
    return _looking(state, spread(state.interface.camera, checked_real(intent.value, "gap", GAPS)))


def _toggle_turning(state: State, _: object) -> State:
    """Turn by itself, or stand. With reduced motion nothing moves that nobody moves, and a toast says so."""
    if not state.interface.stacked:
        return state
    if state.settings.reduced_motion:
        return with_toast(state, text("stack.no_turning"))
    return within(state, "interface", turning=not state.interface.turning)


def _set_view(state: State, intent: SetView) -> State:
    camera = in_sight(Camera(**dict(intent.camera)))
    how = {"stacked": intent.stacked, "camera": camera, "turning": intent.turning}
    looked = within(state, "interface", **how, spread=intent.spread, map_look=intent.map_look or HUES)
    looked = with_front(looked, intent.channel, intent.colour)
    if intent.stamp is None:
        return looked
    from .stamped import counting  # few files say where stamps are

    stamped = counting(looked)
    walk = stamped.playback.changed(position=min(intent.stamp, float(stamped.steps)))
    return stamped.changed(playback=walk) if stamped.stamped else looked


def turns(state: State) -> bool:
    """Tell whether the Stack view turns by itself now."""
    return state.interface.turning and state.interface.stacked and not state.settings.reduced_motion


def moves(state: State) -> bool:
    """Tell whether the Stack view is on the move: its layers fly, it turns by itself, or a hand has just turned it.

    As long as it is, the picture may be plainer, and time changes it: at the latest, into the finer one at rest.
    """
    interface = state.interface
    flies, settles = interface.rise != float(interface.stacked), interface.now - interface.looked_at < STILL_SECONDS
    return turns(state) or flies or (settles and interface.stacked)


def passed(state: State, seconds: float, held: bool) -> Interface:
    """Return the interface some seconds later. What turns by itself waits while a button or a finger is down."""
    interface = state.interface
    if not moves(state):
        return interface
    rise = flown(interface.rise, interface.stacked, seconds)
    turn = TURN_SPEED * seconds if turns(state) and not held else 0.0
    camera = turned(interface.camera, turn) if turn else interface.camera
    return interface.changed(rise=rise, camera=camera)


def view_of(state: State) -> dict[str, object]:
    """Return what a scenario file remembers of the view; the camera as far as it is not at home.

    The position of a file counts cells. Where rows or columns are cut off several stamps stand for one cell: then it
    remembers the stamp as well.
    """
    interface = state.interface
    view: dict[str, object] = {"name": "stack" if interface.stacked else "flat"}
    if state.stamped:
        from ..play.stamp_walk import in_stamps  # most layers have none

        if in_stamps(state.scenario, state.position_in_cells) != state.playback.position:
            view["stamp"] = state.playback.position
    if interface.map_look != HUES:
        view["look"] = interface.map_look
    channel, colour = front_of(state)
    view |= ({} if channel is None else {"channel": channel}) | ({"colour": True} if colour else {})
    if not interface.camera.is_home:
        view["camera"] = {name: getattr(interface.camera, name) for name in Camera.names}
    return view | {name: True for name in ("turning", "spread") if getattr(interface, name)}


def shown_as(view: Mapping[str, Any]) -> tuple[SetView, ...]:
    """Return the intent that takes the view of a scenario file, which has been checked; none where it says nothing."""
    if not view:
        return ()
    camera = tuple(sorted(view.get("camera", {}).items()))
    turning, spreads = view.get("turning", False), view.get("spread", False)
    said = view.get("stamp"), view.get("look"), view.get("channel"), view.get("colour", False)
    return (SetView(view.get("name") == "stack", camera, turning, spreads, *said),)


def counts_cells(view: Mapping[str, Any]) -> bool:
    """Tell whether the view of a scenario file shows no stamps of a transposed convolution."""
    return view.get("name") == "stack" or bool(view.get("spread"))


def looked_at(state: State, view: Mapping[str, Any], stacked: bool | None) -> State:
    """Return a first state in the view of a scenario file, or the one that is asked for, with no flight there."""
    for intent in shown_as(view):
        state = _set_view(state, intent)
    stacks = state.interface.stacked if stacked is None else stacked
    return within(state, "interface", stacked=stacks, rise=float(stacks))


HANDLERS: dict[type[Intent], Handler] = {
    ToggleStack: toggled("interface", "stacked"),
    ShowStack: lambda state, intent: within(state, "interface", stacked=intent.on),
    Orbit: _moved(lambda camera, intent: turned(camera, intent.turn, intent.tilt)),
    Zoom: _moved(lambda camera, intent: zoomed(camera, intent.ratio, intent.x, intent.y)),
    Pan: _moved(lambda camera, intent: panned(camera, intent.across, intent.down)),
    ComeHome: _come_home,
    SetGap: set_gap,
    ToggleTurning: _toggle_turning,
    SetView: _set_view,
}
