"""From the state to what is shown of it: the only place that knows what is secret, covered, or compared.

What is secret is not in it, so nothing that is made from it can tell it, and nothing has to ask.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, TypeVar, TypeVarTuple, cast

from ..input.predict_intents import Question
from ..input.targets import CardBorder, Cell, Side
from ..play.moment import Moment, moment, numbers_of, step_at, unplaced
from ..value import Single, Value, narrowed
from .boards import Boards, Told, boards_of
from .facts.around import (
    BarFacts,
    RailFacts,
    TitleFacts,
    TransportFacts,
    WhereFacts,
    bar_facts,
    rail_facts,
    title_facts,
    transport_facts,
    where_facts,
)
from .guide import offers_tour, quiet
from .interface import StillInterface
from .predict import Secrecy, cell_of, patch_at, position_shown, secrecy_of
from .state import StillState
from .tour import hidden_in

if TYPE_CHECKING:
    from ..core.result import Result
    from ..core.scenario import Pair
    from ..files.settings import Settings
    from ..input.targets import Target
    from .facts.predict import PredictFacts
    from .facts.seldom import OpenedFacts, StackFacts, TourFacts
    from .state import State

Part = TypeVar("Part")
Arguments = TypeVarTuple("Arguments")


class Kept:
    """Remembers parts: a part is a function of values, and is kept while these are equal."""

    def __init__(self) -> None:
        self._kept: dict[Callable[..., object], tuple[tuple[object, ...], object]] = {}

    def __call__(self, make: Callable[[*Arguments], Part], *values: *Arguments) -> Part:
        """Return what a function makes of values, made anew only when one of them is another."""
        kept = self._kept.get(make)
        if kept is not None and kept[0] == values:
            return cast(Part, kept[1])  # a function always makes the same kind of part
        made = make(*values)
        self._kept[make] = (values, made)
        return made


class Marked(Value):
    """The pixels that a person has marked as covered next; the wrong ones once that is told."""

    cells: tuple[Pair, ...]
    wrong: frozenset[Pair]


class ShownSide(Value):
    """One side, or the only one, without the walk.

    placed: it may be seen where the kernel stands. told: and what follows from all its places.
    asked: the output cell whose value nobody may know. picked: the output cell that answers a tour's stop.
    pointed: what of this side, or of no side, the cell cursor or the pointer is on. held: it is the card's border.
    """

    side: Side
    result: Result
    boards: Boards
    placed: bool
    told: bool
    asked: Pair | None
    picked: Pair | None
    pointed: Target | None
    held: bool
    marked: Marked | None

    @property
    def covered(self) -> bool:
        """Whether the coverage stands in the place of the pixels."""
        return self.boards.coverage is not None

    @property
    def sized(self) -> bool:
        """Whether the output's size may be told."""
        return self.boards.output.values is not None


class StillShown(Single):
    """All that is shown but what differs from frame to frame while the walk plays.

    focus: the side in focus, while two are compared. shared: both have one scale of intensity.
    hidden: controls that are left out. question: what Predict asks. alone: there is the source image and nothing else.
    texts: what may stand in the panel of the tour that is on. spoken: what its stop speaks of.
    opened: what is open over the window. quiet: the window may point at something by itself.
    """

    interface: StillInterface
    settings: Settings
    sides: tuple[ShownSide, ...]
    focus: Side | None
    shared: bool
    bar: BarFacts
    rail: RailFacts
    titles: TitleFacts
    hidden: frozenset[str]
    question: PredictFacts | None
    stack: StackFacts | None
    tour: TourFacts | None
    alone: bool
    opened: OpenedFacts | None
    offers_tour: bool
    quiet: bool

    @property
    def compares(self) -> bool:
        """Whether two settings are compared."""
        return self.focus is not None

    def of(self, side: Side) -> ShownSide:
        """Return a side; the only one, when there are not two."""
        return self.sides[-1 if side is Side.B else 0]


class Shown(Single):
    """All that is shown at one instant.

    moments: of the sides. position, steps: of the scrubber. share: of the walk that is done.
    lens: how many of its pages are turned by hand. now: of the interface's clock. pointer: where it is.
    moves: the layers of the Stack view are on the move.
    """

    still: StillShown
    moments: tuple[Moment, ...]
    position: float
    steps: int
    share: float
    transport: TransportFacts
    where: WhereFacts
    lens: int
    now: float
    pointer: tuple[float, float] | None
    moves: bool


_OF_STATE = attrgetter(*(name for name in StillState.names if name != "interface"))
_OF_INTERFACE = attrgetter(*StillInterface.names)


def still_key(state: State) -> tuple[object, ...]:
    """Return all of a state but what differs from frame to frame while the walk plays."""
    return _OF_INTERFACE(state.interface), _OF_STATE(state)


class Gathering:
    """Gathers what is shown of one state after another; what stands still is gathered again only when it is another."""

    def __init__(self) -> None:
        self._keep = Kept()
        self._last: tuple[State, Shown] | None = None
        self._seen: tuple[object, ...] = ()
        self._still: StillShown

    def __call__(self, state: State) -> Shown:
        """Return what is shown of a state."""
        if self._last is None or self._last[0] is not state:
            self._last = state, self._gathered(state)
        return self._last[1]

    def _gathered(self, state: State) -> Shown:
        secrecy = secrecy_of(state)
        seen = secrecy, *still_key(state)
        if seen != self._seen:
            rest = narrowed(state.changed(interface=narrowed(state.interface, StillInterface)), StillState)
            self._seen, self._still = seen, _still(rest, secrecy)
        return self._at(state, secrecy, self._still)

    def _at(self, state: State, secrecy: Secrecy, still: StillShown) -> Shown:
        """Return what is shown of an instant."""
        walk, interface, at = state.playback, state.interface, position_shown(state)
        turned_at, turned = interface.lens
        return Shown(
            still=still,
            moments=self._moments(state, at, secrecy.patch),
            position=0.0 if secrecy.size else walk.position,
            steps=1 if secrecy.size else state.steps,
            share=0.0 if secrecy.size else min(1.0, at / state.steps),
            transport=transport_facts(state, secrecy),
            where=where_facts(at, None if secrecy.size else state.steps, walk.brisk),
            lens=turned if turned_at == int(walk.position) else 0,
            now=interface.now,
            pointer=interface.pointer,
            moves=interface.rise > 0 and _moves(state),
        )

    def _moments(self, state: State, at: float, secret: bool) -> tuple[Moment, ...]:
        """Return the moments of the sides; the same objects while nothing moves."""
        how = state.playback.brisk, state.settings.reduced_motion
        first = self._keep(self._moment, state.result, at, *how, secret)
        if state.compare.result is None:
            return (first,)
        from .compare import position_of_b  # only while two settings are compared

        return first, self._keep(moment, state.compare.result, position_of_b(state), *how)

    def _moment(self, result: Result, position: float, brisk: bool, reduced: bool, secret: bool) -> Moment:
        """Return a moment anew; the numbers of its step stay while the step lasts."""
        numbers = self._keep(numbers_of, result, step_at(result, position))
        found = moment(result, position, brisk, reduced, numbers)
        return unplaced(found) if secret else found


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
        shared=compare.shared,
        bar=bar_facts(state, secrecy),
        rail=rail_facts(state, secrecy),
        titles=title_facts(state, secrecy),
        hidden=hidden_in(state),
        question=_question(state, secrecy),
        stack=_stack(state) if interface.stacked else None,
        tour=_tour(state),
        alone=run is not None and run.stop.alone,
        opened=_opened(state, secrecy) if interface.popup or interface.sheet else None,
        offers_tour=offers_tour(state),
        quiet=quiet(state),
    )


def _sides(state: StillState, secrecy: Secrecy) -> tuple[ShownSide, ...]:
    """Return both sides, or the only one."""
    compare, magnitude, waits = state.compare, state.interface.lock, secrecy.walk or secrecy.value
    results = (state.result,) if compare.result is None else (state.result, compare.result)
    if len(results) > 1:
        magnitude = max(result.magnitude for result in results) if compare.shared else None
    told = Told(
        decimals=state.settings.decimals,
        covered=state.interface.coverage and not secrecy.walk,
        scale=secrecy.scale,
        magnitude=magnitude,
        size=not secrecy.size,
        walk=not secrecy.walk,
        patch=not secrecy.patch,
        known=secrecy.known,
        waits=waits,
    )
    return tuple(
        _side(side, result, boards_of(side, result, told), state, secrecy)
        for side, result in zip(Side, results, strict=False)
    )


def _side(side: Side, result: Result, boards: Boards, state: StillState, secrecy: Secrecy) -> ShownSide:
    """Return a side. Pointer and cursor are on one of them, unless what they are on is of no side."""
    interface = state.interface
    hover, cursor = (
        None if isinstance(target, Cell | CardBorder) and target.side is not side else target
        for target in (interface.hover, interface.cursor)
    )
    return ShownSide(
        side=side,
        result=result,
        boards=boards,
        placed=not secrecy.patch,
        told=not secrecy.walk,
        asked=secrecy.cell if secrecy.value or secrecy.patch else None,
        picked=None if state.tour is None else state.tour.picked,
        pointed=cursor or hover,
        held=isinstance(hover, CardBorder),
        marked=_marked(state, secrecy),
    )


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


def _stack(state: StillState) -> StackFacts:
    from .facts.seldom import stack_facts  # here and below: only while it is there

    return stack_facts(state)


def _tour(state: StillState) -> TourFacts | None:
    if state.tour is None:
        return None
    from .facts.seldom import tour_facts

    return tour_facts(state.tour)


def _opened(state: StillState, secrecy: Secrecy) -> OpenedFacts:
    from .facts.seldom import opened_facts

    return opened_facts(state, secrecy)
