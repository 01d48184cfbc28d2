"""Intents about a network that learns from digits: its updates, its runs, and the states that are kept of them."""

from __future__ import annotations

from .learn_intents import TrainIntent


class ToggleTraining(TrainIntent, settles=True):
    """Make one update after the other, or stop."""


class TrainOnce(TrainIntent, settles=True):
    """Make one update: of the next pictures that have their turn."""


class TrainEpoch(TrainIntent, settles=True):
    """Go on until all pictures have had their turn in this epoch."""


class GoToMoment(TrainIntent):
    """Go to the kept state that is nearest to so many updates."""

    updates: int


class GoByMoments(TrainIntent, settles=True):
    """Go so many kept states on, or back for less than 0."""

    by: int


class TrainAgain(TrainIntent, settles=True):
    """Take the random weights of another seed, and learn anew."""


class TakeShipped(TrainIntent, settles=True):
    """Take the weights of the digit reader that comes with the program, where the layers are its."""


class SetTrainingPace(TrainIntent):
    """Make more updates a second, or fewer; after the most come as many as there is time for."""

    by: int
