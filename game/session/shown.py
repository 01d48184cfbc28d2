"""From the state to what is shown of it: the only place that knows what is secret, covered, or compared.

What is secret is not in it, so nothing that is made from it can tell it, and nothing has to ask.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from ..core.result import Result
from ..input.intent import CardBorder, Cell, Side, in_formula
from ..play.moment import Moment, Numbers, front_at, moment, moment_on, numbers_of, own_at, step_at, the_same, unplaced
from ..play.playback import Playback, shown_position
from ..play.walk import position_of
from ..value import FEW, SEVERAL, Kept, narrowed
from . import beside
from .boards import Boards, boards_of, how_of, shares_scale
from .facts.around import bar_facts, in_a_row, title_facts, transport_facts, where_facts
from .facts.rail import rail_facts
from .facts.shown import Shown, ShownSide, StillShown
from .guide import offers_tour, quiet
from .interface import StillInterface
from .predict import OPEN, Secrecy, position_shown, secrecy_of
from .state import State, StillState, hidden_in

if TYPE_CHECKING:
    from .facts.layers import Lanes, LayerFacts
    from .facts.stamps import StampSide

How = tuple[bool, bool]
"""How a walk moves: with three phases only, and with reduced motion."""

_OF_STATE = attrgetter(*(name for name in StillState.names if name != "interface"))
_OF_INTERFACE = attrgetter(*StillInterface.names)


def still_key(state: State) -> tuple[object, ...]:
    """Return all of a state but what differs from frame to frame while the walk plays."""
    return _OF_INTERFACE(state.interface), _OF_STATE(state)


class Gathering:
    """Gathers what is shown of one state after another; what stands still is gathered again only when it is another."""

    def __init__(self) -> None:
        self._keep = Kept()
        self._keep_of = Kept(), Kept()
        self._last: tuple[State, Shown] | None = None
        self._seen: tuple[object, ...] = ()
        self._still: StillShown
        self._numbers: Numbers | None = None
        self._stills: list[tuple[tuple[object, ...], StillShown]] = []
        self._sums: object = None

    def __call__(self, state: State) -> Shown:
        """Return what is shown of a state."""
        if self._last is None or self._last[0] is not state:
            self._last = state, self._gathered(state)
        return self._last[1]

    def _gathered(self, state: State) -> Shown:
        secrecy = secrecy_of(state) if _asks(state) else OPEN
        seen = secrecy, *still_key(state)
        if seen != self._seen:
            self._still = self._found(state, secrecy, seen)
            self._seen = seen
        return self._at(state, secrecy, self._still)

    def _found(self, state: State, secrecy: Secrecy, seen: tuple[object, ...]) -> StillShown:
        """Return what stands still; that of the last few turns is remembered, for they come again."""
        for index, (then, still) in enumerate(self._stills):
            if then == seen:
                self._stills.insert(0, self._stills.pop(index))
                return still
        if state.result.sums is not self._sums:  # what was shown of other maps hardly comes again, and may be large
            self._sums = state.result.sums
            del self._stills[FEW:]
        rest = narrowed(state.changed(interface=narrowed(state.interface, StillInterface)), StillState)
        still = self._followed(rest, secrecy, seen) or _still(rest, secrecy, self._keep)
        self._stills.insert(0, (seen, still))
        del self._stills[SEVERAL:]
        return still

    def _followed(self, rest: StillState, secrecy: Secrecy, seen: tuple[object, ...]) -> StillShown | None:
        """Return what stands still where only rail and strip of a network that learns are others; None: more is."""
        if not self._seen or not rest.train.running:
            return None
        from .late import differs_in_late_alone, followed  # most networks do not learn

        alone = differs_in_late_alone(self._seen, seen)
        return followed(self._still, rest, secrecy, self._keep) if alone else None

    def _at(self, state: State, secrecy: Secrecy, still: StillShown) -> Shown:
        """Return what is shown of an instant."""
        walk, interface, steps = state.playback, state.interface, state.steps
        how = self._keep(_brisk, walk), state.settings.reduced_motion
        at = self._keep(shown_position, walk, steps, state.part) if secrecy is OPEN else position_shown(state)
        told = None if secrecy.steps else steps
        playing = walk.playing, walk.speed, walk.loop, None if told is None else (told, in_a_row(state))
        turned_at, turned = interface.lens
        if state.stamped:
            from .facts.stamps import stamps_at  # here and below: most layers have none

            stamp, where, now = stamps_at(state, at, self._keep)
            moments: tuple[Moment, ...] = (now, *self._of_b(state, how))
        else:
            stamp, moments = None, self._moments(state, at, how, secrecy.patch)
            front = state.result.scenario
            where = self._keep(where_facts, at, told, how[0], state.result.slide, front.filter, front.number)
        layer = still.sides[0].layer
        return Shown(
            still=still,
            moments=moments,
            lanes=(None,) * len(moments) if stamp else self._lanes(state, at, how, secrecy, still, moments),
            position=0.0 if told is None else walk.position,
            steps=told or 1,
            share=0.0 if told is None else min(1.0, at / told),
            transport=self._keep(transport_facts, *playing),
            where=where if layer is None or not layer.classes else where.changed(classes=layer.classes),
            lens=turned if turned_at == int(walk.position) else 0,
            now=interface.now,
            pointer=interface.pointer,
            moves=interface.rise > 0 and _moves(state),
            stamp=stamp,
        )

    def _moments(self, state: State, at: float, how: How, secret: bool) -> tuple[Moment, ...]:
        """Return the moments of the sides, of the lanes in front; the same objects while nothing moves."""
        first = self._keep(self._moment, state.result, front_at(state.result, at, how[0]), *how, secret)
        return first, *self._of_b(state, how)

    def _of_b(self, state: State, how: How) -> tuple[Moment, ...]:
        """Return the moment of side B, where there is one."""
        other = state.compare.result
        if other is None:
            return ()
        from .compare import position_of_b  # only while two settings are compared

        return (self._keep(moment, other, own_at(other, position_of_b(state), how[0]), *how),)

    def _moment(self, result: Result, position: float, brisk: bool, reduced: bool, secret: bool) -> Moment:
        """Return a moment anew; the very same one where what has been painted is none of its numbers."""
        self._numbers = the_same(self._numbers, self._keep(numbers_of, result, step_at(result, position)))
        found = self._keep(moment_on, result.slide, position, brisk, reduced, self._numbers)
        return unplaced(found) if secret else found

    def _lanes(
        self, state: State, at: float, how: How, secrecy: Secrecy, still: StillShown, moments: tuple[Moment, ...]
    ) -> tuple[Lanes | None, ...]:
        """Return the lanes of each side that has several channels or filters; none where they would tell too much.

        moments: those of the lanes in front, which are not worked out again.
        """
        if all(side.layer is None for side in still.sides) or secrecy.walk:
            return (None,) * len(still.sides)
        from .facts.layers import lanes_at  # most scenarios have one lane

        places = [at, at]
        if len(still.sides) > 1:
            from .compare import position_of_b  # only while two settings are compared

            other = still.sides[1].result.scenario
            places[1] = position_of(other, other.filter, position_of_b(state))
        return tuple(
            None if side.layer is None else keep(lanes_at, side.layer, side.result, at, *how, secrecy.value, now)
            for keep, side, at, now in zip(self._keep_of, still.sides, places, moments, strict=False)
        )


def _brisk(walk: Playback) -> bool:
    """Tell whether steps have three phases only; it is kept while a walk stands."""
    return walk.brisk


def _asks(state: State) -> bool:
    """Tell whether anything may be secret: something is predicted, a class votes, or a tour may keep the size back."""
    return state.predict.on or state.tour is not None or state.interface.vote is not None


def shown(state: State) -> Shown:
    """Return what is shown of a state."""
    return Gathering()(state)


def _still(state: StillState, secrecy: Secrecy, keep: Kept) -> StillShown:
    """Return what is shown of all but the walk."""
    interface, compare, run, guide = state.interface, state.compare, state.tour, state.interface.guide
    seldom_there = interface.stacked or run is not None or interface.popup or interface.sheet
    rail = rail_facts(state, secrecy, keep)
    return StillShown(
        interface=interface.for_all,
        settings=state.settings,
        sides=_sides(state, secrecy),
        focus=compare.focus if compare.on else None,
        shared=shares_scale(state),
        bar=bar_facts(state, secrecy),
        rail=rail,
        titles=title_facts(state, secrecy),
        hidden=hidden_in(state),
        question=beside.question(state, secrecy) if state.predict.on else None,
        seldom=beside.seldom(state, secrecy) if seldom_there else None,
        alone=run is not None and run.stop.alone,
        offers_tour=guide.offer and offers_tour(state),
        quiet=(guide.hint is not None or guide.callout_at is not None) and quiet(state),
        learn=beside.learn(state, keep) if state.learn.on else None,
        strip=None if state.scenario.chain is None or compare.on else beside.strip(state, secrecy, keep),
        goal=None if run is None or run.stop.goal is None else beside.goal(state),
        trace=None if interface.trace is None else keep(beside.trace, state.result, interface.trace),
        wall=beside.wall(state, secrecy, rail.train, keep) if state.train.on and interface.presenting else None,
    )


def _sides(state: StillState, secrecy: Secrecy) -> tuple[ShownSide, ...]:
    """Return both sides, or the only one."""
    compare = state.compare
    results = (state.result,) if compare.result is None else (state.result, compare.result)
    how = how_of(state, results, covered=state.interface.coverage and not secrecy.walk)
    return tuple(
        _side(side, result, boards_of(side, result, secrecy, how), state, secrecy)
        for side, result in zip(Side, results, strict=False)
    )


def _side(side: Side, result: Result, boards: Boards, state: StillState, secrecy: Secrecy) -> ShownSide:
    """Return a side. Pointer and cursor are on one of them, unless what they are on is of no side."""
    interface, focused = state.interface, not state.compare.on or state.compare.focus is side
    hover, cursor = (
        None if isinstance(target, Cell | CardBorder) and target.side is not side else target
        for target in (interface.hover, interface.cursor)
    )
    return ShownSide(
        side=side,
        result=result,
        boards=boards,
        placed=not secrecy.patch and result.scenario.sees,
        told=not secrecy.walk,
        counted=not secrecy.count,
        asked=secrecy.cell if secrecy.value or secrecy.patch else None,
        picked=None if state.tour is None else state.tour.picked,
        pointed=cursor or (interface.met or hover if focused else None if in_formula(hover) else hover),
        held=isinstance(hover, CardBorder),
        marked=beside.marked(state, secrecy) if state.predict.on else None,
        layer=_layer(result, state.mixed),
        stamps=_stamps(result, boards) if state.stamped and side is Side.A else None,
    )


def _stamps(result: Result, boards: Boards) -> StampSide:
    """Return the facts of the stamps of a transposed convolution, while they are shown."""
    from .facts.stamps import stamp_side

    return stamp_side(result, boards)


def _layer(result: Result, mixed: bool) -> LayerFacts | None:
    """Return the facts of a layer; None where one kernel over one channel is all there is."""
    layer = result.scenario.layer
    plain = layer.pooling is None and not layer.bias.any() and layer.activation == "none"
    if plain and result.scenario.is_single and not result.scenario.is_pictured:
        return None
    from .facts.layers import layer_facts  # most scenarios have one channel and one filter

    return layer_facts(result, mixed)


def _moves(state: State) -> bool:
    from .stack_intents import moves  # only while there are layers

    return moves(state)
