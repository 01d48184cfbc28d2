"""The section of the rail in which a network learns: how it goes, rate and pace, and back over what was kept."""

from __future__ import annotations

from ..input.intent import Intent
from ..input.interface_intents import OpenSheet
from ..input.learn_intents import SetTrainingRate
from ..input.train_intents import (
    GoByMoments,
    SetTrainingPace,
    TakeShipped,
    ToggleTraining,
    TrainAgain,
    TrainEpoch,
    TrainOnce,
)
from ..play.choices import TRAINING_PACES
from ..session.facts.train import TrainRail
from ..session.interface import DIGITS
from ..session.remembered import FULL
from ..ui.frame import LABEL, SMALL, Frame
from ..ui.geometry import Rect
from ..ui.widgets.base import Widget
from ..ui.widgets.ladder_slider import LadderSlider
from ..ui.widgets.learning_chart import LearningChart
from ..ui.widgets.slider import MARGIN
from ..ui.widgets.switch import Stepper
from ..words.numbers import number
from ..words.texts import text
from .rail_field import field
from .rail_learn import rate_words
from .scrolling import Column

CHART, ROW, GAP = 96, 40, 8
"""Units of height of the chart and of a row of buttons, and between two."""


def train_rows(facts: TrainRail, frame: Frame, column: Column) -> tuple[Widget, ...]:
    """Return the rows of the open section."""
    return (
        *_written(frame, column, "train digits", digits_words(facts), text("train.held.tip")),
        *_runs(facts, frame, column),
        field(frame, column, "train again", TrainAgain(), text("train.again.tip"), text("train.again")),
        *_numbers(facts, frame, column),
        chart_in(facts, frame, column.take(frame.px(CHART), frame.px(GAP))),
        *_moments(facts, frame, column),
        _rate(facts, frame, column),
        _how(facts, frame, column),
        _pace(facts, frame, column),
        field(frame, column, "train reads", OpenSheet(DIGITS), text("bar.digits"), text("train.reads")),
        *_shipped(facts, frame, column),
    )


def digits_words(facts: TrainRail) -> str:
    """Return from what it learns, and what is held back."""
    return text("train.digits", learned=f"{facts.learned:,}", held=facts.held)


def loss_words(facts: TrainRail) -> str:
    """Return the loss; "" where nothing was learned yet."""
    return "" if facts.loss is None else text("train.loss", loss=rate_words(facts.loss))


def right_words(facts: TrainRail) -> str:
    """Return how many of those held back are read right."""
    return text("train.right", share=right_share(facts), held=facts.held)


def right_share(facts: TrainRail) -> str:
    """Return how many of a hundred held back are read right."""
    return number(100 * facts.right / max(1, facts.held), 1)


def update_words(facts: TrainRail) -> str:
    """Return after how many updates the weights are that are shown, of how many, where there were more."""
    if facts.updates < facts.last:
        return text("train.update.of", number=f"{facts.updates:,}", last=f"{facts.last:,}")
    return text("train.update", number=f"{facts.updates:,}")


def how_words(facts: TrainRail) -> str:
    """Return how it is learned, and from which random weights."""
    words = text("train.how", momentum=f"{facts.momentum:g}", batch=facts.batch)
    return words if facts.seed is None else text("train.seed", seed=facts.seed, how=words)


def _how(facts: TrainRail, frame: Frame, column: Column) -> Widget:
    words, place = how_words(facts), column.take(frame.px(25), frame.px(GAP))
    size = frame.type.largest(words, place.w, False, frame.size(SMALL))
    seed = () if facts.seed is None else (text("train.seed.tip"),)
    about = *seed, text("train.momentum.tip"), text("train.batch.tip", batch=facts.batch)
    return frame.explained(frame.label("train how", place, words, size, "dim"), "\n".join(about))


def _written(frame: Frame, column: Column, name: str, words: str, about: str) -> tuple[Widget, ...]:
    """Return words on as many lines as they take, and what they mean where they are pointed at."""
    size = frame.size(SMALL)
    lines = column.lines(frame, words, frame.px(25), size)
    column.take(frame.px(6))
    return tuple(
        frame.explained(frame.label(f"{name} {index}", *line, size, "dim"), about) for index, line in enumerate(lines)
    )


def _numbers(facts: TrainRail, frame: Frame, column: Column) -> tuple[Widget, ...]:
    """Return the loss, and how many are read right: in one row, or where there is no room for both in two."""
    size, gap = frame.size(LABEL), frame.px(14)
    loss = loss_words(facts)
    right = right_words(facts)
    room, wide = column.width, frame.type.width(loss, size, True) + gap if loss else 0
    together = wide + frame.type.width(right, size, True) <= room
    row = column.take(frame.px(34))
    at = row._replace(w=min(wide, room))
    above = (frame.explained(frame.label("train loss", at, loss, size, "now_text", True), text("train.loss.tip")),)
    place = row if together or not loss else column.take(frame.px(32))
    place = Rect(row.x + wide, row.y, room - wide, row.h) if together and loss else place
    fits = frame.type.largest(right, room, True, size)
    column.take(frame.px(4))
    align = 1.0 if together and loss else 0.0
    share = frame.label("train right", place, right, fits, "output_text", True, align)
    return *(above if loss else ()), frame.explained(share, text("train.right.tip"))


def chart_in(facts: TrainRail, frame: Frame, place: Rect, unit: float | None = None) -> Widget:
    """Return the line of loss and shares in a place; unit: that of its strokes, if it is not the frame's."""
    return LearningChart(
        **frame.met("train chart", place) | ({} if unit is None else {"unit": unit}),
        about=text("train.chart.tip"),
        losses=facts.losses,
        shares=facts.shares,
        now=facts.now,
        each=facts.epoch,
    )


def _moments(facts: TrainRail, frame: Frame, column: Column) -> tuple[Widget, ...]:
    """Return which update is shown, and what goes to the kept state before it, or behind."""
    (index, count), row = facts.moments, column.take(max(frame.px(ROW), 26), frame.px(GAP))
    words = update_words(facts)
    back, on = Rect(row.x, row.y, row.h, row.h), Rect(row.right - row.h, row.y, row.h, row.h)
    size = frame.type.largest(words, row.w - 2 * row.h - frame.px(8), True, frame.size(SMALL))
    return (
        _small(frame, "back", back, GoByMoments(-1), "step-back", index > 0 or facts.running),
        frame.label("train update", row, words, size, "text", True, 0.5),
        _small(frame, "on", on, GoByMoments(1), "step-forward", index < count - 1 and not facts.running),
    )


def _small(frame: Frame, name: str, place: Rect, intent: Intent, icon: str, enabled: bool) -> Widget:
    tip = text(f"train.{name}.tip")
    return frame.button(f"train {name}", place, intent, tip=tip, icon=icon, enabled=enabled)


def _rate(facts: TrainRail, frame: Frame, column: Column) -> Widget:
    place = column.take(frame.px(66), frame.px(6))
    return LadderSlider(
        **frame.met("training rate", place.inset(-frame.px(MARGIN), 0)),
        about=text("tooltip.training rate"),
        intent=SetTrainingRate(facts.rate),
        shown=rate_words(facts.rate),
        allowed=facts.ends,
        size=frame.size(LABEL),
        label=text("learn.rate"),
        ends=facts.ends,
        hue="accent",
        limit=None,
    )


def _runs(facts: TrainRail, frame: Frame, column: Column) -> tuple[Widget, ...]:
    """Return what begins a run or ends it, what makes one update, and what runs to the end of the epoch."""
    made = (
        ("run", "stop" if facts.running else "run", ToggleTraining(), "filled"),
        ("once", "once", TrainOnce(), "field"),
        ("epoch", "epoch", TrainEpoch(), "field"),
    )
    row, gap = column.take(max(frame.px(ROW), 26), frame.px(GAP)), frame.px(6)
    words = [text(f"train.{name}") for _, name, _, _ in made]
    longest = max(words, key=lambda each: frame.type.width(each, frame.size(SMALL), True))
    wide = (row.w - 2 * gap) / len(made)
    size = frame.type.largest(longest, wide - frame.px(10), True, frame.size(SMALL))
    return tuple(
        frame.button(
            f"train {control}",
            Rect.of(row.x + place * (wide + gap), row.y, wide, row.h),
            intent,
            tip=text(f"train.{name}.tip"),
            label=words[place],
            size=size,
            style=style,
        )
        for place, (control, name, intent, style) in enumerate(made)
    )


def _pace(facts: TrainRail, frame: Frame, column: Column) -> Widget:
    pace = TRAINING_PACES[facts.pace]
    words = text("train.pace.full") if facts.pace == FULL else text("train.pace", pace=pace) if pace > 1 else ""
    return Stepper(
        **frame.met("train pace", column.take(max(frame.px(ROW), 26), frame.px(GAP))),
        about=text("train.pace.tip"),
        shown=words or text("train.pace.one"),
        less=(SetTrainingPace(-1),),
        more=(SetTrainingPace(1),),
        size=frame.size(SMALL),
        at_low=facts.pace == 0,
        at_high=facts.pace == FULL,
    )


def _shipped(facts: TrainRail, frame: Frame, column: Column) -> tuple[Widget, ...]:
    """Return what takes the shipped weights, where they fit."""
    if facts.shipped is None:
        return ()
    tip = text("train.shipped.now" if facts.shipped else "train.shipped.tip")
    words = text("train.shipped")
    return (field(frame, column, "train shipped", TakeShipped(), tip, words, not facts.shipped),)


def train_setting(facts: TrainRail) -> str:
    """Return what the folded section says."""
    return text("train.folded", learned=f"{facts.learned:,}")
