"""From a state to the window's widgets. Parts that nothing has changed are the very same objects as before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..input.targets import Side
from ..play.moment import Moment, moment, numbers_of, step_at, unplaced
from ..session.facts.around import bar_facts, rail_facts, transport_facts, where_facts
from ..session.predict import position_shown
from ..session.tour import hidden_in
from ..ui.geometry import EMPTY, Rect
from ..ui.offers import Offers
from ..ui.widgets.base import Widget
from ..window.bar import top_bar
from ..window.rail import rail
from ..window.transport import scrubber, step_and_phase, transport
from .card import border, card_rect
from .flat import flat_view
from .frame import StateFrame, StillFrame
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

    def window(self, frame: StateFrame, offers: Offers) -> Window:
        """Return the window of a frame."""
        self._keep.begin(frame)
        now, interface = self.moment(frame), frame.state.interface
        if interface.blank:
            from .spotlight import blank

            return Window((blank(interface.blank, frame),), 1, stage_of(frame), now, Rect(0, 0, 0, 0), 0)
        beside = self._beside(frame)
        stack = _stack_places(frame, now) if _rises(frame) else None
        base = self._base(frame, now, beside, stack)
        places, result = self._keep(_places, self._keep.still), frame.state.result
        hidden = frame.secrecy.patch or frame.layout.alone
        card = EMPTY if hidden else card_rect(places.image, now, result, frame.unit)
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

    def _under(self, frame: StateFrame, bare: Window, offers: Offers) -> Window:
        """Return the window with what lies over it."""
        from .clear import kept_clear  # none of these is needed for a first picture
        from .floating import bubble, toasts
        from .over import opened, pointers

        keep = self._keep
        over, modal = opened(frame, bare, offers, keep)
        clear = kept_clear(frame, bare, over)
        pointing = pointers(frame, bare, clear, keep)
        said = keep(toasts, frame.state.interface.toasts, clear, keep.frame)
        widgets = (*bare.widgets, *pointing, *over, *said)
        whole = bare.changed(widgets=widgets, modal_from=len(bare.widgets) if modal else 0)
        last = None if frame.asked is None else bubble(frame, whole, clear)
        return whole if last is None else whole.changed(widgets=(*widgets, last))

    def _base(self, frame: StateFrame, now: Moment, beside: Beside | None, stack: StackPlaces | None) -> list[Widget]:
        """Return what lies lowest: the grids, and in the window the bars and the rail around them."""
        stage = self._stage(frame, now, beside, stack)
        if frame.layout.presenting:
            return [*stage, *self._tour(frame)]
        keep, hidden = self._keep, hidden_in(frame.state)
        still, plain = keep.still, keep.frame
        whole = [
            *stage,
            *self._stack_controls(frame, (stack, None if beside is None else beside.stack)),
            *self._transport(frame),
            *keep(top_bar, keep(bar_facts, still.state, still.secrecy), plain),
            *keep(rail, keep(rail_facts, still.state, still.secrecy), plain),
            *self._tour(frame),
        ]
        return [widget for widget in whole if widget.name not in hidden] if hidden else whole

    def _transport(self, frame: StateFrame) -> tuple[Widget, ...]:
        """Return the transport: what stands still of it, and what moves with the walk."""
        state, keep, secret = frame.state, self._keep, frame.secrecy.size
        position, steps = (0.0, 1) if secret else (state.playback.position, state.steps)
        return (
            *keep(transport, transport_facts(state, frame.secrecy), keep.frame),
            *keep(step_and_phase, where_facts(state, frame.secrecy), keep.frame),
            *(knob.changed(position=position) for knob in keep(scrubber, steps, keep.frame)),
        )

    def _tour(self, frame: StateFrame) -> tuple[Widget, ...]:
        """Return the panel of a tour, while one is on."""
        if frame.state.tour is None:
            return ()
        from ..session.facts.seldom import tour_facts
        from ..window.tour import tour_panel

        return self._keep(tour_panel, self._keep(tour_facts, frame.state.tour), self._keep.frame)

    def _stack_controls(
        self, frame: StateFrame, stacks: tuple[StackPlaces | None, StackPlaces | None]
    ) -> tuple[Widget, ...]:
        """Return what belongs to the Stack view besides its picture, while it is shown: words where no layer is."""
        if not frame.state.interface.stacked:
            return ()
        from ..session.facts.seldom import stack_facts
        from ..window.stack import stack_controls

        controls = self._keep(stack_controls, stack_facts(frame.state), self._keep.frame)
        shown = [stack for stack in stacks if stack is not None]
        return tuple(
            one for one in controls if one.focusable or (shown and all(each.is_free(one.rect) for each in shown))
        )

    def _stage(
        self, frame: StateFrame, now: Moment, beside: Beside | None, stack: StackPlaces | None
    ) -> tuple[Widget, ...]:
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
        return flat_view(self._keep.still, now, self._keep)

    def _beside(self, frame: StateFrame) -> Beside | None:
        """Return side B, while two settings are compared."""
        state = frame.state
        if not state.compare.on or state.compare.result is None:
            return None
        from ..session.compare import position_of_b
        from .compare import beside

        reduced, stack = state.settings.reduced_motion, None
        now = self._keep(moment, state.compare.result, position_of_b(state), state.playback.brisk, reduced)
        if _rises(frame):
            from .compare_stack import stack_on

            stack = stack_on(frame, Side.B, now)
        return beside(frame, now, stack)

    def moment(self, frame: StateFrame) -> Moment:
        """Return the moment of a frame; the same object while nothing moves."""
        state, secret = frame.state, frame.secrecy.patch
        how = state.playback.brisk, state.settings.reduced_motion
        return self._keep(self._moment, state.result, position_shown(state), *how, secret)

    def _moment(self, result: Result, position: float, brisk: bool, reduced: bool, secret: bool) -> Moment:
        """Return a moment anew; the numbers of its step stay while the step lasts."""
        numbers = self._keep(numbers_of, result, step_at(result, position))
        found = moment(result, position, brisk, reduced, numbers)
        return unplaced(found) if secret else found


def _places(frame: StillFrame) -> Stage:
    """Return where grids can be pointed at; a map of unknown size has no cells to point at."""
    places = stage_of(frame)
    return places.changed(output=places.output.changed(pitch=0)) if frame.secrecy.size else places


def _rises(frame: StateFrame) -> bool:
    """Tell whether there are layers; the smallest window stays flat, and so does a source image alone."""
    return frame.state.interface.rise > 0 and not frame.layout.tiny and not frame.layout.alone


def _stack_places(frame: StateFrame, now: Moment) -> StackPlaces:
    """Return the places of the layers; while two settings are compared, of side A's."""
    if frame.state.compare.result is not None:
        from .compare_stack import stack_on

        return stack_on(frame, Side.A, now)
    from .stack.places import stack_places  # a whole view of its own: not before it is wanted

    return stack_places(frame, now, stage_of(frame))


def _something_over(frame: StateFrame) -> bool:
    """Tell whether anything may lie over the bars and the grids: something open, said, pointed at, or explained."""
    state, interface = frame.state, frame.state.interface
    opened = interface.sheet or interface.popup or interface.entry or interface.toasts
    pointing = interface.guide.hint or interface.guide.callout_at is not None or state.tour or interface.cursor
    talk = interface.spotlit or interface.marks
    return bool(opened or pointing or talk or frame.asked)
