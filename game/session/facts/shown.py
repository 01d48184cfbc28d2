"""What is shown: the sides with their boards, the moments of the walk, and the facts of all that stands around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.known import Slide
from ...core.result import Result
from ...core.scenario import Pair, Scenario
from ...files.settings import Settings
from ...input.intent import Side, Target
from ...play.moment import Moment
from ...value import Single, Value
from ..boards import Boards
from ..interface import StillInterface
from .around import BarFacts, TitleFacts, TransportFacts, WhereFacts
from .rail import RailFacts

if TYPE_CHECKING:
    from ...play.stamp_moment import StampStep
    from .goal import GoalFacts
    from .layers import Lanes, LayerFacts
    from .learn import LearnFacts
    from .predict import PredictFacts
    from .seldom import SeldomFacts, StackFacts, TourFacts
    from .stamps import StampSide
    from .strip import StripFacts
    from .trace import TraceFacts
    from .train_wall import TrainWall


class Marked(Value):
    """The pixels that a person has marked as covered next; the wrong ones once that is told."""

    cells: tuple[Pair, ...]
    wrong: frozenset[Pair]


class Pointing(Value):
    """What of a side is pointed at, or marked, and all that its links to other cells depend on: no number does.

    told: what follows from the walk may be shown. channel, filter: which are in front.
    """

    pointed: Target | None
    marked: Marked | None
    told: bool
    slide: Slide
    channel: int
    filter: int

    @property
    def scenario(self) -> Scenario:
        """A scenario with these places; its numbers may be those of before."""
        return self.slide.like.at(self.channel, self.filter)


class ShownSide(Value):
    """One side, or the only one, without the walk.

    placed: it may be seen where the kernel stands. told: and what follows from all its places.
    counted: it may be seen how many maps there are. asked: the output cell whose value nobody may know.
    picked: the output cell that answers a tour's stop.
    pointed: what of this side, or of no side, the cell cursor or the pointer is on. held: it is the card's border.
    layer: its channels and filters; None where one kernel over one channel is all there is.
    stamps: of a transposed convolution, while its stamps are shown.
    """

    side: Side
    result: Result
    boards: Boards
    placed: bool
    told: bool
    counted: bool
    asked: Pair | None
    picked: Pair | None
    pointed: Target | None
    held: bool
    marked: Marked | None
    layer: LayerFacts | None = None
    stamps: StampSide | None = None

    @property
    def pointing(self) -> Pointing:
        """What is pointed at on it; equal as long as no link can become another one."""
        front = self.result.scenario
        return Pointing(self.pointed, self.marked, self.told, self.result.slide, front.channel, front.filter)

    @property
    def mixed(self) -> bool:
        """Whether the colour picture stands in the place of a channel, and nothing in its place."""
        return self.layer is not None and self.layer.mixed and not self.covered

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
    strip: the layers of a network; None where there is one layer.
    seldom: what else is there: layers, a tour, what is open. quiet: the window may point at something by itself.
    learn: what is learned, which is shown in the place of the walk.
    goal: the map that a puzzle wants. trace: where a cell comes from, which is shown in the place of the walk.
    wall: a network that learns, which Present shows in the place of the walk.
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
    seldom: SeldomFacts | None
    alone: bool
    offers_tour: bool
    quiet: bool
    learn: LearnFacts | None = None
    strip: StripFacts | None = None
    goal: GoalFacts | None = None
    trace: TraceFacts | None = None
    wall: TrainWall | None = None

    @property
    def asks(self) -> bool:
        """Whether the room under the output belongs to a question, or to a goal."""
        return self.question is not None or self.goal is not None

    @property
    def stack(self) -> StackFacts | None:
        """The facts of the layers, while the Stack view is on."""
        return None if self.seldom is None else self.seldom.stack

    @property
    def tour(self) -> TourFacts | None:
        """The facts of the tour that is on."""
        return None if self.seldom is None else self.seldom.tour

    @property
    def compares(self) -> bool:
        """Whether two settings are compared."""
        return self.focus is not None

    def of(self, side: Side) -> ShownSide:
        """Return a side; the only one, when there are not two."""
        return self.sides[-1 if side is Side.B else 0]


class Shown(Single):
    """All that is shown at one instant.

    moments: of the sides. lanes: the same of all their lanes, where there is more than one kernel over one channel.
    position, steps: of the scrubber. share: of the walk that is done.
    lens: how many of its pages are turned by hand. now: of the interface's clock. pointer: where it is.
    moves: the layers of the Stack view are on the move. stamp: the one that is laid, while stamps are shown.
    """

    still: StillShown
    moments: tuple[Moment, ...]
    lanes: tuple[Lanes | None, ...]
    position: float
    steps: int
    share: float
    transport: TransportFacts
    where: WhereFacts
    lens: int
    now: float
    pointer: tuple[float, float] | None
    moves: bool
    stamp: StampStep | None = None
