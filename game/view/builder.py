"""From a state to the window's widgets. Parts that nothing has changed are the very same objects as before."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

from ..core.images import clear_reason
from ..input.targets import Control, Side
from ..play.moment import Moment, moment, numbers_of, step_at, unplaced
from ..session.predict import Secrecy, coverage_shown, position_shown, secrecy_of
from ..session.state import State
from ..session.tour import hidden_in
from ..ui.cache import Same
from ..ui.frame import Frame
from ..ui.geometry import EMPTY, Rect
from ..ui.offers import Offers
from ..ui.panels.rail import rail
from ..ui.panels.top_bar import top_bar
from ..ui.panels.transport import line_place, scrubber, step_and_phase, transport, where
from ..ui.widgets.base import Widget
from .card import border, card_rect
from .flat import flat_view
from .keeper import Keeper
from .places import stage_of
from .window import Beside, Window

if TYPE_CHECKING:
    from ..core.result import Result
    from ..ui.stage import Stage
    from .stack.places import StackPlaces


class Builder:
    """Makes windows; it remembers the last parts, so that what is still costs nothing and is not drawn again."""

    def __init__(self) -> None:
        self._keep = Keeper()

    def window(self, frame: Frame, offers: Offers) -> Window:
        """Return the window of a frame."""
        self._keep.begin(frame)
        now, interface = self.moment(frame), frame.state.interface
        if interface.blank:
            from .spotlight import blank

            return Window((blank(frame),), 1, stage_of(frame), now, Rect(0, 0, 0, 0), 0)
        beside = self._beside(frame)
        stack = _stack_places(frame, now) if _rises(frame) else None
        base = self._base(frame, now, beside, stack)
        secrecy = secrecy_of(frame.state)
        places = self._keep("places", (self._keep.age, secrecy), lambda: _places(frame, secrecy))
        result = frame.state.result
        card = EMPTY if secrecy.patch or frame.layout.alone else card_rect(places.image, now, result, frame.layout.text)
        bare = Window(
            tuple(base),
            0,
            places,
            now,
            card,
            max(border(places.image) + 3, 7),
            beside,
            stack,
        )
        return self._under(frame, bare, offers) if _something_over(frame) else bare

    def _under(self, frame: Frame, bare: Window, offers: Offers) -> Window:
        """Return the window with what lies over it."""
        from .clear import kept_clear  # none of these is needed for a first picture
        from .floating import bubble, toasts
        from .over import opened, pointers

        over, modal = opened(frame, bare, offers, self._keep)
        clear = kept_clear(frame, bare, over)
        pointing = pointers(frame, bare, clear, self._keep)
        said = self._keep("toasts", (self._keep.age, clear), lambda: toasts(frame, clear))
        widgets = (*bare.widgets, *pointing, *over, *said)
        whole = bare.changed(widgets=widgets, modal_from=len(bare.widgets) if modal else 0)
        last = None if frame.asked is None else bubble(frame, whole, clear)
        return whole if last is None else whole.changed(widgets=(*widgets, last))

    def _base(self, frame: Frame, now: Moment, beside: Beside | None, stack: StackPlaces | None) -> list[Widget]:
        """Return what lies lowest: the grids, and in the window the bars and the rail around them."""
        if frame.layout.presenting:
            return [*self._stage(frame, now, beside, stack), *_tour(frame)]
        hidden = hidden_in(frame.state)
        whole = [
            *self._stage(frame, now, beside, stack),
            *_stack_controls(frame, (stack, None if beside is None else beside.stack)),
            *self._transport(frame),
            *self._keep("around", (self._keep.age, secrecy_of(frame.state)), lambda: self._around(frame)),
            *_tour(frame),
        ]
        return [widget for widget in whole if widget.name not in hidden] if hidden else whole

    def _transport(self, frame: Frame) -> tuple[Widget, ...]:
        """Return the transport: what stands still of it, and what moves with the walk."""
        playback, key = frame.state.playback, (self._keep.age, secrecy_of(frame.state))
        own = (playback.playing, playback.speed, playback.loop)
        still = self._keep(
            "transport that stands",
            (key, own),
            lambda: self._keep("transport", (_still_key(frame), own), lambda: transport(frame)),
        )
        place, now = self._keep("line", key, lambda: line_place(frame)), where(frame)
        words = self._keep("step and phase", (key, now), lambda: step_and_phase(frame, place, now))
        return (*still, *words, *scrubber(frame, place))

    def _around(self, frame: Frame) -> tuple[Widget, ...]:
        """Return top bar and rail; they stay the same objects also while pixels are painted."""
        key = _still_key(frame)
        return (
            *self._keep("top bar", key, lambda: top_bar(frame)),
            *self._keep("rail", key, lambda: rail(frame.focused)),
        )

    def _stage(self, frame: Frame, now: Moment, beside: Beside | None, stack: StackPlaces | None) -> tuple[Widget, ...]:
        """Return the grids, of one side or of both, in the Flat view or the Stack view, and the dot product."""
        if beside is not None:
            from .compare import compare_view  # here and below: only while two settings are compared

            stacks = None if stack is None or beside.stack is None else (stack, beside.stack)
            return compare_view(frame, (now, beside.moment), stacks)
        if stack is not None:
            from .stack.view import present_stack, stack_view

            return (present_stack if frame.layout.presenting else stack_view)(frame, now, stack, self._keep)
        if frame.layout.presenting:
            from .present import present_view

            return present_view(frame, now)
        return flat_view(frame, now, self._keep)

    def _beside(self, frame: Frame) -> Beside | None:
        """Return side B, while two settings are compared."""
        state = frame.state
        if not state.compare.on or state.compare.result is None:
            return None
        from ..session.compare import position_of_b
        from .compare import beside

        result, position = state.compare.result, position_of_b(state)
        brisk, reduced = state.playback.brisk, state.settings.reduced_motion
        key = (Same(result), position, brisk, reduced)
        now, stack = self._keep("moment b", key, lambda: moment(result, position, brisk, reduced)), None
        if _rises(frame):
            from .compare_stack import stack_on

            stack = stack_on(frame, Side.B, now)
        return beside(frame, now, stack)

    def moment(self, frame: Frame) -> Moment:
        """Return the moment of a frame; the same object while nothing moves."""
        state = frame.state
        position, brisk = position_shown(state), state.playback.brisk
        reduced, secret = state.settings.reduced_motion, secrecy_of(state).patch
        key = (Same(state.result), position, brisk, reduced, secret)
        return self._keep("moment", key, lambda: self._moment(state.result, position, brisk, reduced, secret))

    def _moment(self, result: Result, position: float, brisk: bool, reduced: bool, secret: bool) -> Moment:
        """Return a moment anew; the numbers of its step stay while the step lasts."""
        step = step_at(result, position)
        numbers = self._keep("numbers", (Same(result), step), lambda: numbers_of(result, step))
        found = moment(result, position, brisk, reduced, numbers)
        return unplaced(found) if secret else found


def _places(frame: Frame, secrecy: Secrecy) -> Stage:
    """Return where grids can be pointed at; a map of unknown size has no cells to point at."""
    places = stage_of(frame)
    return places.changed(output=places.output.changed(pitch=0)) if secrecy.size else places


def _tour(frame: Frame) -> tuple[Widget, ...]:
    if frame.state.tour is None:
        return ()
    from ..ui.panels.tour import tour_panel

    return tour_panel(frame)


def _rises(frame: Frame) -> bool:
    """Tell whether there are layers; the smallest window stays flat, and so does a source image alone."""
    return frame.state.interface.rise > 0 and not frame.layout.tiny and not frame.layout.alone


def _stack_places(frame: Frame, now: Moment) -> StackPlaces:
    """Return the places of the layers; while two settings are compared, of side A's."""
    if frame.state.compare.result is not None:
        from .compare_stack import stack_on

        return stack_on(frame, Side.A, now)
    from .stack.places import stack_places  # a whole view of its own: not before it is wanted

    return stack_places(frame, now, stage_of(frame))


def _stack_controls(frame: Frame, stacks: tuple[StackPlaces | None, ...]) -> tuple[Widget, ...]:
    """Return what belongs to the Stack view besides its picture, while it is shown: words only where no layer is."""
    if not frame.state.interface.stacked:
        return ()
    from ..ui.panels.stack import stack_controls

    controls = stack_controls(frame)
    shown = [stack for stack in stacks if stack is not None]
    return tuple(one for one in controls if one.focusable or (shown and all(each.is_free(one.rect) for each in shown)))


def _something_over(frame: Frame) -> bool:
    """Tell whether anything may lie over the bars and the grids: something open, said, pointed at, or explained."""
    state, interface = frame.state, frame.state.interface
    opened = interface.sheet or interface.popup or interface.entry or interface.toasts
    pointing = interface.guide.hint or interface.guide.callout_at is not None or state.tour or interface.cursor
    talk = interface.spotlit or interface.marks
    return bool(opened or pointing or talk or frame.asked)


def _still_key(frame: Frame) -> Hashable:
    """Return all that bar and rail depend on; the walk's position and the pointer over the grids are not in it."""
    state, interface = frame.state, frame.state.interface
    hovered = interface.hover if isinstance(interface.hover, Control) else None
    return (
        frame.layout,
        (state.result.setting, Same(state.scenario.kernel), clear_reason(state.scenario.image)),
        _compare_key(state),
        (state.history.can_undo, state.history.can_redo),
        state.settings,
        (hovered, frame.pressed, interface.focus, interface.focus_visible),
        coverage_shown(state),
        (interface.stacked, interface.camera.gap, interface.turning),
        interface.eraser,
        (state.predict, secrecy_of(state).size),
        (interface.popup, interface.linked, interface.rail_open, interface.full_screen, interface.scroll),
        Same(state.tour),
    )


def _compare_key(state: State) -> Hashable:
    """Return what the rail depends on while two settings are compared."""
    compare = state.compare
    if compare.result is None:
        return None
    return compare.focus, compare.result.setting, Same(compare.result.scenario.kernel)
