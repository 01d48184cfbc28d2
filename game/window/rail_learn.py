"""The section of the rail about learning: the target, the rate, the loss, and what the image cannot teach."""

from __future__ import annotations

from ..input.interface_intents import OpenPopup
from ..input.learn_intents import ChooseTarget, RevealTarget, SetLoss, SetMomentum, SetRate, StartAgain, ToggleBias
from ..session.facts.learn import LOSSES_SHOWN, LearnRail, RateFacts
from ..session.facts.rail import StillRail
from ..session.facts.seldom import NamesFacts
from ..session.learning import MOMENTUM
from ..session.naming import named
from ..ui.frame import LABEL, SMALL, Frame
from ..ui.geometry import Rect
from ..ui.widgets.base import Widget
from ..ui.widgets.rate_slider import RateSlider
from ..ui.widgets.select import Item
from ..ui.widgets.slider import MARGIN
from ..words.numbers import number
from ..words.texts import text
from .rail_field import field
from .scrolling import Column, name_select, row_height

TARGET, LOSS, RATE, MOMENTUM_NAME = "learn target", "learn loss", "learning rate", "momentum"


def learn_rows(facts: StillRail, frame: Frame, column: Column) -> tuple[Widget, ...]:
    """Return the rows of the section; none while nothing is learned."""
    learn = facts.learn
    if learn is None:
        return ()
    loss = text("learn.loss.shown", name=text(f"learn.loss.{learn.loss}"))
    return (
        *_target(learn, facts.opened, frame, column),
        *_rate(learn.rate, frame, column),
        _momentum(learn.momentum, frame, column),
        name_select(LOSS, loss, facts.opened, frame, column, 10),
        field(frame, column, "learn bias", ToggleBias(), text("learn.bias.tip"), text(_bias(learn.bias))),
        field(frame, column, "start again", StartAgain(), text("learn.again.tip"), text("learn.again")),
        *_untaught(learn, frame, column),
    )


def _bias(learns: bool) -> str:
    return "learn.bias.on" if learns else "learn.bias.off"


def _target(learn: LearnRail, opened: str | None, frame: Frame, column: Column) -> tuple[Widget, ...]:
    """Return what the target is the map of; what is hidden can be told."""
    head = column.take(frame.px(30), frame.px(4))
    label = frame.label("learn target label", head, text("learn.target.of"), frame.size(SMALL), "dim")
    hidden = learn.target == "hidden"
    side = row_height(frame)
    less = side + frame.px(6) if hidden else 0
    select = name_select(TARGET, target_words(learn.target), opened, frame, column, 10, less)
    if not hidden:
        return label, select
    place = Rect(select.rect.right + frame.px(6), select.rect.y, side, side)
    eye = frame.button("learn reveal", place, RevealTarget(), tip=text("learn.reveal.tip"), icon="eye", style="field")
    return label, select, eye


def target_words(name: str) -> str:
    """Return what a target is the map of."""
    return text(f"learn.target.{name}") if name in ("hidden", "painted", "given") else named("kernel", name)


def _rate(facts: RateFacts, frame: Frame, column: Column) -> tuple[Widget, ...]:
    """Return the slider of the rate, and from where on it diverges."""
    place = column.take(frame.px(66), 0)
    slider = RateSlider(
        **frame.met(RATE, place.inset(-frame.px(MARGIN), 0)),
        about=text("tooltip.learning rate"),
        intent=SetRate(facts.rate),
        shown=rate_words(facts.rate),
        allowed=(facts.step, facts.end),
        size=frame.size(LABEL),
        label=text("learn.rate"),
        ends=(0.0, facts.end),
        hue="accent",
        steps=(facts.step, facts.step / 5),
        limit=facts.limit,
    )
    words = text("learn.rate.free") if facts.limit is None else text("learn.rate.limit", rate=rate_words(facts.limit))
    size = frame.type.largest(words, place.w, True, frame.size(SMALL))
    line = column.take(frame.px(28), frame.px(12))
    return slider, frame.label(
        "learn limit", line, words, size, "dim" if facts.limit is None else "now_text", True, 1.0
    )


def _momentum(momentum: float, frame: Frame, column: Column) -> Widget:
    """Return the slider of the momentum, which no part of its track is kept from."""
    place = column.take(frame.px(66), frame.px(6))
    return RateSlider(
        **frame.met(MOMENTUM_NAME, place.inset(-frame.px(MARGIN), 0)),
        about=text("tooltip.momentum"),
        intent=SetMomentum(momentum),
        shown=rate_words(momentum),
        allowed=MOMENTUM,
        size=frame.size(LABEL),
        label=text("learn.momentum"),
        ends=MOMENTUM,
        hue="accent",
        steps=(0.05, 0.01),
        limit=None,
    )


def rate_words(rate: float) -> str:
    """Return a rate with two decimals, or as many as a small one needs."""
    places = 2
    while places < 6 and 0 < rate < 10.0 ** (1 - places):
        places += 1
    return number(rate, places)


def _untaught(learn: LearnRail, frame: Frame, column: Column) -> tuple[Widget, ...]:
    """Return what the image cannot teach, if there is anything."""
    rank, count = learn.rank
    if learn.lack == "nothing":
        return ()
    words = text(f"learn.lack.{learn.lack}", rank=rank, count=count)
    size = frame.size(SMALL)
    lines = column.lines(frame, words, frame.px(27), size)
    column.take(frame.px(8))
    return tuple(frame.label(f"learn untaught {index}", *line, size, "now_text") for index, line in enumerate(lines))


def learn_setting(learn: LearnRail) -> str:
    """Return what the folded section says."""
    return text("learn.folded", rate=rate_words(learn.rate.rate))


def learn_items(facts: NamesFacts) -> tuple[Item, ...]:
    """Return the rows of the list of targets, or of losses."""
    if facts.kind == LOSS:
        return tuple(
            Item(text(f"learn.loss.{name}"), (SetLoss(name),), chosen=name == facts.chosen) for name in LOSSES_SHOWN
        )
    return tuple(
        Item(
            target_words(name),
            (ChooseTarget(name),),
            text(f"reason.{reason}") if reason else "",
            chosen=name == facts.chosen,
        )
        for name, reason in facts.offered
    )


__all__ = ["LOSS", "RATE", "TARGET", "OpenPopup", "learn_items", "learn_rows", "learn_setting"]
