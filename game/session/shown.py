"""From the state to what is shown of it: the only place that knows what is secret, covered, or compared.

What is secret is not in it, so nothing that is made from it can tell it, and nothing has to ask.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, TypeVar, TypeVarTuple, cast

from ..core.result import Result
from ..input.intent import CardBorder, Cell, Control, Side, Target, in_formula
from ..input.mode_intents import Question
from ..play.moment import Moment, moment, numbers_of, step_at, unplaced
from ..play.score import of_lane
from ..play.walk import place_of, position_of
from ..value import narrowed
from .boards import Boards, How, boards_of
from .facts.around import bar_facts, title_facts, transport_facts, where_facts
from .facts.rail import rail_facts
from .facts.shown import Marked, Shown, ShownSide, StillShown
from .guide import offers_tour, quiet
from .interface import StillInterface
from .predict import Secrecy, cell_of, patch_at, position_shown, secrecy_of
from .state import State, StillState, hidden_in, shares_scale

if TYPE_CHECKING:
    from .facts.layers import Lanes, LayerFacts
    from .facts.predict import PredictFacts
    from .facts.seldom import SeldomFacts
    from .facts.stamps import StampSide

Part = TypeVar("Part")
Arguments = TypeVarTuple("Arguments")


FEW = 4
"""Of how many sets of values a part is remembered that comes again: as many turns as a colour image has, and one."""


class Kept:
    """Remembers parts: a part is a function of values, and is kept while these are equal."""

    def __init__(self) -> None:
        self._kept: dict[Callable[..., object], tuple[tuple[object, ...], object]] = {}
        self._few: dict[Callable[..., object], list[tuple[tuple[object, ...], object]]] = {}

    def __call__(self, make: Callable[[*Arguments], Part], *values: *Arguments) -> Part:
        """Return what a function makes of values, made anew only when one of them is another."""
        kept = self._kept.get(make)
        if kept is not None and kept[0] == values:
            return cast(Part, kept[1])  # a function always makes the same kind of part
        made = make(*values)
        self._kept[make] = (values, made)
        return made

    def again(self, make: Callable[[*Arguments], Part], *values: *Arguments) -> Part:
        """Return the same of a part that comes again with each channel's turn: it is kept for the last few values."""
        few = self._few.setdefault(make, [])
        for index, (then, part) in enumerate(few):
            if then == values:
                few.insert(0, few.pop(index))
                return cast(Part, part)
        made = make(*values)
        few.insert(0, (values, made))
        del few[FEW:]
        return made


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
        self._stills: list[tuple[tuple[object, ...], StillShown]] = []

    def __call__(self, state: State) -> Shown:
        """Return what is shown of a state."""
        if self._last is None or self._last[0] is not state:
            self._last = state, self._gathered(state)
        return self._last[1]

    def _gathered(self, state: State) -> Shown:
        secrecy = secrecy_of(state)
        seen = secrecy, *still_key(state)
        if seen != self._seen:
            self._seen, self._still = seen, self._found(state, secrecy, seen)
        return self._at(state, secrecy, self._still)

    def _found(self, state: State, secrecy: Secrecy, seen: tuple[object, ...]) -> StillShown:
        """Return what stands still; that of the last few turns is remembered, for they come again."""
        for index, (then, still) in enumerate(self._stills):
            if then == seen:
                self._stills.insert(0, self._stills.pop(index))
                return still
        rest = narrowed(state.changed(interface=narrowed(state.interface, StillInterface)), StillState)
        still = _still(rest, secrecy)
        self._stills.insert(0, (seen, still))
        del self._stills[FEW:]
        return still

    def _at(self, state: State, secrecy: Secrecy, still: StillShown) -> Shown:
        """Return what is shown of an instant."""
        walk, interface, at = state.playback, state.interface, position_shown(state)
        turned_at, turned = interface.lens
        if state.stamped:
            from .facts.stamps import stamps_at  # here and below: most layers have none

            stamp, where, now = stamps_at(state, at, self._keep)
            moments: tuple[Moment, ...] = (now, *self._of_b(state))
        else:
            stamp, moments = None, self._moments(state, at, secrecy.patch)
            where = where_facts(at, None if secrecy.steps else state.steps, walk.brisk, state.result)
        return Shown(
            still=still,
            moments=moments,
            lanes=(None,) * len(moments) if stamp else self._lanes(state, at, secrecy, still, moments),
            position=0.0 if secrecy.steps else walk.position,
            steps=1 if secrecy.steps else state.steps,
            share=0.0 if secrecy.steps else min(1.0, at / state.steps),
            transport=transport_facts(state, secrecy),
            where=where,
            lens=turned if turned_at == int(walk.position) else 0,
            now=interface.now,
            pointer=interface.pointer,
            moves=interface.rise > 0 and _moves(state),
            stamp=stamp,
        )

    def _moments(self, state: State, at: float, secret: bool) -> tuple[Moment, ...]:
        """Return the moments of the sides, of the lanes in front; the same objects while nothing moves."""
        how = state.playback.brisk, state.settings.reduced_motion
        first = self._keep(self._moment, state.result, _in_front(state.result, at, how[0]), *how, secret)
        return first, *self._of_b(state)

    def _of_b(self, state: State) -> tuple[Moment, ...]:
        """Return the moment of side B, where there is one."""
        other, how = state.compare.result, (state.playback.brisk, state.settings.reduced_motion)
        if other is None:
            return ()
        from .compare import position_of_b  # only while two settings are compared

        return (self._keep(moment, other, _own(other, position_of_b(state), how[0]), *how),)

    def _moment(self, result: Result, position: float, brisk: bool, reduced: bool, secret: bool) -> Moment:
        """Return a moment anew; the numbers of its step stay while the step lasts."""
        numbers = self._keep(numbers_of, result, step_at(result, position))
        found = moment(result, position, brisk, reduced, numbers)
        return unplaced(found) if secret else found

    def _lanes(
        self, state: State, at: float, secrecy: Secrecy, still: StillShown, moments: tuple[Moment, ...]
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
        how = state.playback.brisk, state.settings.reduced_motion, secrecy.value
        return tuple(
            None if side.layer is None else keep(lanes_at, side.layer, side.result, at, *how, now)
            for keep, side, at, now in zip(self._keep_of, still.sides, places, moments, strict=False)
        )


def _in_front(result: Result, position: float, brisk: bool) -> float:
    """Return where the lane in front is in its own walk over its map, at a position of the walk over all."""
    return position if result.scenario.is_single else _own(result, place_of(result.scenario, position)[1], brisk)


def _own(result: Result, local: float, brisk: bool) -> float:
    """Return where the lane in front is at a place in its map."""
    scenario = result.scenario
    if len(scenario.lanes) == 1 or not scenario.sees:
        return local
    step = step_at(result, local)
    fraction = max(local - step, 0.0)
    return step + of_lane(fraction, scenario.channel - scenario.lanes.start, len(scenario.lanes), brisk)


def shown(state: State) -> Shown:
    """Return what is shown of a state."""
    return Gathering()(state)


def _still(state: StillState, secrecy: Secrecy) -> StillShown:
    """Return what is shown of all but the walk."""
    interface, compare, run = state.interface, state.compare, state.tour
    return StillShown(
        interface=interface,
        settings=state.settings,
        sides=_sides(state, secrecy),
        focus=compare.focus if compare.on else None,
        shared=shares_scale(state),
        bar=bar_facts(state, secrecy),
        rail=rail_facts(state, secrecy),
        titles=title_facts(state, secrecy),
        hidden=hidden_in(state),
        question=_question(state, secrecy),
        seldom=_seldom(state, secrecy),
        alone=run is not None and run.stop.alone,
        offers_tour=offers_tour(state),
        quiet=quiet(state),
    )


def _sides(state: StillState, secrecy: Secrecy) -> tuple[ShownSide, ...]:
    """Return both sides, or the only one."""
    compare, covered = state.compare, state.interface.coverage and not secrecy.walk
    how = How(state.settings.decimals, covered, state.interface.lock, signed=False, map_look=state.interface.map_look)
    results = (state.result,) if compare.result is None else (state.result, compare.result)
    if len(results) > 1:
        how = how.changed(magnitude=None)
    if len(results) > 1 and shares_scale(state):
        magnitude, signed = max(one.magnitude for one in results), any((one.output < 0).any() for one in results)
        how = how.changed(magnitude=magnitude, signed=signed)
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
        pointed=cursor or _met(interface, focused) or (None if in_formula(hover) else hover),
        held=isinstance(hover, CardBorder),
        marked=_marked(state, secrecy),
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


def _met(interface: StillInterface, focused: bool) -> Target | None:
    """Return the number of the formula that the pointer is on, or the ring, on the side that it is about."""
    ringed = Control(interface.focus) if interface.focus is not None and interface.focus_visible else None
    met = (one for one in (interface.hover, ringed) if in_formula(one))
    return next(met, None) if focused else None


def _marked(state: StillState, secrecy: Secrecy) -> Marked | None:
    """Return the marks of the open question, and of the one that was told, until the next is asked."""
    game, scenario = state.predict, state.scenario
    if not game.on or game.question is not Question.PATCH or not game.marked:
        return None
    wrong = game.marked - patch_at(scenario, cell_of(secrecy, scenario)) if game.told else frozenset()
    return Marked(tuple(sorted(game.marked)), wrong)


def _moves(state: State) -> bool:
    from .stack_intents import moves  # only while there are layers

    return moves(state)


def _question(state: StillState, secrecy: Secrecy) -> PredictFacts | None:
    if not state.predict.on:
        return None
    from .facts.predict import predict_facts  # most starts play no game

    return predict_facts(state, secrecy)


def _seldom(state: StillState, secrecy: Secrecy) -> SeldomFacts | None:
    interface = state.interface
    if not (interface.stacked or state.tour or interface.popup or interface.sheet):
        return None
    from .facts.seldom import seldom_facts  # only while one of them is there

    return seldom_facts(state, secrecy)
