"""The frame of a picture with the state that is drawn. Panels get the plain frame, and facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from ..input.targets import Control
from ..session.predict import Secrecy, secrecy_of
from ..ui.frame import Division, Frame

if TYPE_CHECKING:
    from ..input.targets import Side, Target
    from ..session.state import State, StillState
    from ..ui.layout import Layout
    from ..ui.typeface import Typeface


class StillFrame(Frame, kw_only=True):
    """A frame with all of the state but the walk, and what of that must not be shown now."""

    state: StillState
    secrecy: Secrecy

    @property
    def covered(self) -> bool:
        """Whether the coverage stands in the place of the pixels: not while it would answer the open question."""
        return self.state.interface.coverage and not self.secrecy.walk

    def of(self, side: Side) -> Self:
        """Return the frame from which a side is drawn; without Compare there is one only."""
        if not self.state.compare.on:
            return self
        from ..session.compare import drawn_from  # only while two settings are compared

        return self.changed(state=drawn_from(self.state, side))


class StateFrame(StillFrame, kw_only=True):
    """A frame with the whole state; `asked` is what the hands ask about: its bubble is shown."""

    state: State
    asked: Target | None = None


def frame_of(
    state: State,
    size: tuple[int, int],
    typeface: Typeface,
    pressed: str | None = None,
    asked: Target | None = None,
    mac: bool = False,
) -> StateFrame:
    """Return what a picture of a state is made from, in a window of that size."""
    interface = state.interface
    return StateFrame(
        layout=division_of(state, typeface, size),
        type=typeface,
        pressed=pressed,
        hovered=interface.hover.name if isinstance(interface.hover, Control) else None,
        ringed=interface.focus if interface.focus_visible else None,
        mac=mac,
        state=state,
        secrecy=secrecy_of(state),
        asked=asked,
    )


def division_of(state: State, typeface: Typeface, size: tuple[int, int]) -> Layout:
    """Return the division of the window, with or without a tour's panel."""
    wanted = Division(state.settings.scale, state.interface.presenting, state.interface.rail_open)
    if state.tour is None:
        return wanted.of(size)
    from ..session.tour import texts_of
    from ..window.tour import divided  # most starts need no tour

    return divided(wanted, texts_of(state.tour.tour), state.tour.stop.alone, typeface, size)
