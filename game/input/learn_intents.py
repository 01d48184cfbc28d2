"""Intents about a kernel that learns: its target and its settings, its updates, and the weight that is looked at."""

from __future__ import annotations

from ..core.scenario import Pair
from .intent import Intent


class LearnIntent(Intent):
    """What learning can be asked for."""


class TrainIntent(Intent, begins="learn"):
    """What a network that learns from digits can be asked for; see `train_intents`."""


class SetTrainingRate(TrainIntent):
    """Set the learning rate of a network."""

    value: float


class ToggleLearn(LearnIntent, settles=True, begins="learn"):
    """Let the kernel learn, or show the walk again."""


class ToggleRun(LearnIntent, settles=True):
    """Make one update after the other, or stop."""


class OneUpdate(LearnIntent, settles=True):
    """Make one update, or go to the next that was made already."""


class OneBack(LearnIntent, settles=True):
    """Go one update back."""


class GoToUpdate(LearnIntent):
    """Go to an update that was made, 0 … as many as there were; others go to the nearest end."""

    number: int


class NextPart(LearnIntent, of_remote=True):
    """Show the next part of an update: output, error, one gradient, all, the step, the new kernel."""


class PreviousPart(LearnIntent, of_remote=True):
    """Show the part of an update before this one."""


class StartAgain(LearnIntent, settles=True):
    """Take random weights, others each time, and no bias, where it learns."""


class ChooseTarget(LearnIntent, settles=True):
    """Choose what the kernel learns to make: the map of a "hidden" kernel, of a named one, or one that is "painted"."""

    name: str


class RevealTarget(LearnIntent):
    """Tell the name of the hidden kernel."""


class PaintTarget(LearnIntent):
    """Give cells of the target (row, column) the value of the brush. The first cells of a stroke begin it."""

    cells: tuple[Pair, ...]


class SetLoss(LearnIntent, settles=True):
    """Choose what is made small, by its name."""

    name: str


class SetRate(LearnIntent):
    """Set the learning rate."""

    value: float


class SetMomentum(LearnIntent):
    """Set the momentum: how much of the last step goes on in the next one."""

    value: float


class ToggleBias(LearnIntent, settles=True):
    """Let the bias learn, too, or keep it as it is."""


class ChooseWeight(LearnIntent):
    """Look at a weight (row, column), its gradient and its step."""

    weight: Pair


class NudgeWeight(LearnIntent, settles=True):
    """Add to the weight that is looked at, to see what becomes of the loss."""

    by: float = 0.1


class SetPace(LearnIntent):
    """Make more updates a second, or fewer."""

    by: int


class WalkThrough(LearnIntent, settles=True):
    """Open the walk whose map is the gradient, of the "kernel" or of the "image"."""

    of: str = "kernel"


class AskDirection(LearnIntent, settles=True):
    """Ask whether the weight that is looked at goes up or down in the next update, or ask no longer."""


class AnswerDirection(LearnIntent):
    """Say that it goes up, toward +, or down, toward −."""

    up: bool
