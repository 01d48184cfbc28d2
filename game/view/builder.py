"""From a state to the window's widgets. Parts that nothing has changed are the very same objects as before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.result import Result
from ..input.intent import GridName, Side
from ..play.moment import Moment
from ..session.facts.shown import ShownSide, StillShown
from ..session.interface import GALLERY
from ..ui.frame import Frame
from ..ui.geometry import EMPTY, Rect
from ..ui.offers import Offers
from ..ui.place import GridPlace
from ..ui.stage import NOTHING, Stage
from ..ui.widgets.base import Widget
from ..ui.widgets.label import Area
from ..value import narrowed
from ..window.bar import top_bar
from ..window.rail import rail
from ..window.transport import scrubber, step_and_phase, transport
from .card import border, card_rect
from .flat import flat_view
from .frame import Keeper, ShownFrame, StillFrame
from .places import front_lane, stage_of
from .window import Window, WindowSide

if TYPE_CHECKING:
    from .stack.places import StackPlaces


class Builder:
    """Makes windows; it remembers the last parts, so that what is still costs nothing and is not drawn again."""

    def __init__(self) -> None:
        self._keep = Keeper()

    def window(self, frame: ShownFrame, offers: Offers) -> Window:
        """Return the window of a frame."""
        self._keep.begin(frame)
        if frame.still.interface.blank:
            first = WindowSide(Side.A, stage_of(frame), frame.shown.moments[0], EMPTY, 0)
            colour = Area(name="blank", rect=frame.layout.whole, role=f"blank_{frame.still.interface.blank}")
            return Window((colour,), 1, frame, (first,))
        sides = self._sides(frame)
        if frame.still.interface.vote is not None:
            return self._vote(frame, sides, offers)
        bare = Window(tuple(self._base(frame, sides)), 0, frame, sides)
        return self._under(frame, bare, offers) if _something_over(frame) else bare

    def stage(self, frame: ShownFrame) -> tuple[Widget, ...]:
        """Return what stands on the stage of a frame, from the bottom to the top, without anything around it."""
        self._keep.begin(frame)
        return self._stage(frame, self._sides(frame))

    def _sides(self, frame: ShownFrame) -> tuple[WindowSide, ...]:
        """Return where each side stands, as hands meet it."""
        moments = zip(frame.still.sides, frame.shown.moments, strict=True)
        if not frame.still.compares:
            return (
                _side(
                    frame, self._keep.again(_places, self._keep.stage, self._keep), frame.shown.moments[0], self._keep
                ),
            )
        return tuple(_side(one := frame.of(side.side), _met(one), now, self._keep) for side, now in moments)

    def _vote(self, frame: ShownFrame, sides: tuple[WindowSide, ...], offers: Offers) -> Window:
        """Return the window while a class votes: the question has the stage, and nothing of the walk is there."""
        from ..window.vote import vote_widgets  # few classes vote

        interface, keep = frame.still.interface, self._keep
        widgets = keep(vote_widgets, interface.vote, keep.frame) if interface.vote is not None else ()
        bare = Window(widgets, 1, frame, sides)
        if not (interface.sheet or interface.popup or interface.entry or interface.toasts):
            return bare
        from .floating import kept_clear, toasts  # here and below: neither is needed for a first picture
        from .over import opened

        over, modal = opened(frame, bare, offers, keep)
        said = keep(toasts, interface.toasts, kept_clear(frame, bare, over), keep.frame)
        return bare.changed(widgets=(*widgets, *over, *said), modal_from=len(widgets) if modal else 1)

    def _under(self, frame: ShownFrame, bare: Window, offers: Offers) -> Window:
        """Return the window with what lies over it."""
        from .floating import bubble, kept_clear, toasts  # neither is needed for a first picture
        from .over import of_gallery, opened, pointers

        keep = self._keep
        wording = keep.frame if frame.still.interface.sheet != GALLERY else narrowed(of_gallery(frame), Frame)
        over, modal = opened(frame, bare, offers, keep)
        clear = kept_clear(frame, bare, over)
        pointing = pointers(frame, bare, clear, keep)
        said = keep(toasts, frame.still.interface.toasts, clear, wording)
        widgets = (*bare.widgets, *pointing, *over, *said)
        whole = bare.changed(widgets=widgets, modal_from=len(bare.widgets) if modal else 0)
        last = None if frame.asked is None else bubble(frame, whole, clear)
        return whole if last is None else whole.changed(widgets=(*widgets, last))

    def _base(self, frame: ShownFrame, sides: tuple[WindowSide, ...]) -> list[Widget]:
        """Return what lies lowest: the grids, and in the window the bars and the rail around them."""
        stage = (*self._stage(frame, sides), *self._strip(frame, sides[0]))
        if frame.layout.presenting:
            keep = self._keep
            opened = keep(rail, frame.still.rail, keep.frame, keep) if frame.layout.drawer.h else ()
            return [*stage, *opened, *self._tour(frame), *self._question(frame)]
        keep, still = self._keep, frame.still
        whole = [
            *stage,
            *self._stack_controls(frame, sides),
            *self._transport(frame),
            *keep(top_bar, still.bar, keep.frame),
            *keep.again(rail, still.rail, keep.frame, keep),
            *self._tour(frame),
        ]
        return [widget for widget in whole if widget.name not in still.hidden] if still.hidden else whole

    def _transport(self, frame: ShownFrame) -> tuple[Widget, ...]:
        """Return the transport: what stands still of it, and what moves with the walk."""
        keep, shown = self._keep, frame.shown
        if frame.still.learn is not None and not frame.layout.tiny:
            from ..window.learn_transport import learn_transport  # most kernels learn nothing

            return keep(learn_transport, frame.still.learn, keep.frame)
        return (
            *keep(transport, shown.transport, keep.frame),
            *keep(step_and_phase, shown.where, keep.frame),
            *(knob.changed(position=shown.position) for knob in keep(scrubber, shown.steps, keep.frame)),
        )

    def _strip(self, frame: ShownFrame, side: WindowSide) -> tuple[Widget, ...]:
        """Return the strip of the layers of a chain, above the stage."""
        if not frame.layout.strip.h:
            return ()
        from .strip.view import strip_view  # most scenarios have one layer

        level = side.stack is None and frame.still.learn is None
        return strip_view(frame, self._keep, side.places if level else None)

    def _tour(self, frame: ShownFrame) -> tuple[Widget, ...]:
        """Return the panel of a tour, while one is on."""
        if frame.still.tour is None or not frame.layout.tour.h:
            return ()
        from ..window.tour import tour_panel

        return self._keep(tour_panel, frame.still.tour, self._keep.frame)

    def _question(self, frame: ShownFrame) -> tuple[Widget, ...]:
        """Return the sign that a scene asks something, where no panel has it."""
        if not frame.layout.sign.h:
            return ()
        from ..window.question import question_sign  # few scenes ask

        return self._keep(question_sign, self._keep.frame, frame.layout.sign, True)

    def _stack_controls(self, frame: ShownFrame, sides: tuple[WindowSide, ...]) -> tuple[Widget, ...]:
        """Return what belongs to the Stack view besides its picture, while it is shown: words where no layer is."""
        if frame.still.stack is None:
            return ()
        from ..window.stack import stack_controls

        controls = self._keep(stack_controls, frame.still.stack, self._keep.frame)
        shown = [side.stack for side in sides if side.stack is not None]
        return tuple(
            one for one in controls if one.focusable or (shown and all(each.is_free(one.rect) for each in shown))
        )

    def _stage(self, frame: ShownFrame, sides: tuple[WindowSide, ...]) -> tuple[Widget, ...]:
        """Return the grids, of one side or of both, in the Flat view or the Stack view, and the dot product."""
        if len(sides) > 1:
            from .compare import compare_view  # here and below: only while two settings are compared

            return compare_view(frame, sides)
        (first,) = sides
        floats = first.stack is not None and frame.still.interface.rise >= 1
        flat = () if floats else self._flat(frame, first.moment)
        if first.stack is None:
            return flat
        from .stack.view import stack_view

        return stack_view(frame, first.moment, first.stack, flat, self._keep)

    def _flat(self, frame: ShownFrame, moment: Moment) -> tuple[Widget, ...]:
        """Return everything on the stage of the Flat view, in Present or in the window."""
        if frame.still.learn is not None and not frame.layout.tiny:
            from .learn.view import learn_view  # most kernels learn nothing

            return self._keep.again(learn_view, self._keep.stage, self._keep)
        if frame.still.wall is not None:
            from .train.view import train_view  # few networks learn

            return self._keep.again(train_view, self._keep.still)
        if frame.still.trace is not None and not (frame.layout.tiny or frame.layout.alone):
            from .trace.view import trace_view  # few ask where a cell comes from

            stage = self._keep.again(trace_view, self._keep.still, self._keep)
            return (*stage, *_progress(frame)) if frame.layout.presenting else stage
        if frame.layout.presenting and frame.side.stamps is not None:
            from .stamp.present import stamp_present  # few layers have stamps

            return stamp_present(frame, moment, self._keep)
        pictured = frame.side.layer is not None and frame.side.layer.pictured
        if frame.layout.presenting and (frame.layout.alone or not pictured):
            from .present import present_view  # only in a talk

            return present_view(frame, moment)
        if frame.side.stamps is not None:
            from .stamp.view import stamp_view  # few layers have stamps

            return stamp_view(frame, moment, self._keep)
        if frame.side.layer is not None and not (frame.layout.tiny or frame.layout.alone):
            from .lanes.view import lanes_view  # most starts show one channel and one filter

            stage = lanes_view(self._keep.stage, moment, frame.shown.lanes[0], self._keep)
            return (*stage, *_progress(frame)) if frame.layout.presenting else stage
        return flat_view(self._keep.stage, moment, self._keep)


def _progress(frame: ShownFrame) -> tuple[Widget, ...]:
    """Return what Present has besides the stage."""
    from .present import progress  # only in a talk

    return (progress(frame),)


def _side(frame: ShownFrame, places: Stage, now: Moment, keep: Keeper) -> WindowSide:
    """Return where the side that a frame draws stands."""
    still = frame.still
    shown = frame.side.placed and not (frame.layout.alone or still.learn or still.trace or still.wall)
    under = GridName.IMAGE if frame.side.stamps is None else GridName.OUTPUT
    place: GridPlace = getattr(places, under.value)
    result = frame.side.result
    seen = keep.of_step(result, now.step) if frame.side.layer is None else result  # maps of a layer may be large
    card, reach = keep(_card_at, place, now, seen, frame.unit, shown)
    # The smallest window stays flat, and so does a source image alone.
    rises = frame.still.interface.rise > 0 and not (frame.layout.tiny or frame.layout.alone)
    stack = _stack_places(frame, now, keep) if rises else None
    return WindowSide(frame.side.side, places, now, card, reach, stack, under, _painted(still, frame.side))


def _card_at(place: GridPlace, now: Moment, result: Result, unit: float, shown: bool) -> tuple[Rect, int]:
    """Return where the card is for hands, and how far outside of its border they still meet it."""
    return card_rect(place, now, result, unit) if shown else EMPTY, max(border(place) + 3, 7)


def _painted(still: StillShown, side: ShownSide) -> tuple[int, int]:
    """Return how many pixels go before the card's border: all that a network reads, on which one draws, or erases."""
    reads = still.strip is not None and not still.strip.focus
    return side.result.scenario.image_size if reads or still.interface.eraser else (0, 0)


def _places(frame: StillFrame, keep: Keeper) -> Stage:
    """Return where grids can be pointed at; a map of unknown size has no cells to point at."""
    if frame.still.trace is not None or frame.still.wall is not None:  # the walk's grids are not there
        return Stage(frame.layout.text, NOTHING)
    if frame.side.stamps is not None:
        from .stamp.places import for_hands, stamp_places  # few layers have stamps

        return for_hands(frame.side.stamps, stamp_places(frame))
    places = keep.again(stage_of, frame)
    return places if frame.side.sized else places.changed(output=places.output.changed(pitch=0))


def _met(frame: StillFrame) -> Stage:
    """Return where the grids of a side of Compare are met by hands."""
    if frame.side.stamps is None:
        return stage_of(frame)
    from .stamp.places import for_hands  # few layers have stamps

    return for_hands(frame.side.stamps, stage_of(frame))


def _stack_places(frame: ShownFrame, now: Moment, keep: Keeper) -> StackPlaces:
    """Return the places of the layers of the side that a frame draws."""
    if frame.still.compares:
        from .compare_stack import stack_on

        return stack_on(frame, now)
    if frame.still.strip is not None:
        from .stack.chain_places import chain_places  # most scenarios have one layer

        return chain_places(frame, now, frame.still.strip, keep)
    from .stack.places import stack_of  # a whole view of its own: not before it is wanted

    layer = frame.side.layer  # a pooling has no channels that are added up
    if layer is not None and not layer.pooling and layer.channels > 1 and front_lane(layer) >= 0:
        from .stack.tower_places import tower_places  # most scenarios have one channel

        return tower_places(frame, now, keep)
    return keep(stack_of, keep.stage).at(now)


def _something_over(frame: ShownFrame) -> bool:
    """Tell whether anything may lie over the bars and the grids: something open, said, pointed at, or explained."""
    still, interface = frame.still, frame.still.interface
    opened = interface.sheet or interface.popup or interface.entry or interface.toasts
    pointing = interface.guide.hint or interface.guide.callout_at is not None or still.tour or interface.cursor
    talk = interface.spotlit or interface.marks
    return bool(opened or pointing or talk or frame.asked)
