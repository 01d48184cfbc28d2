"""The transport of learning: play, one update, back, to the beginning, start again, and updates a second."""

from __future__ import annotations

from ..input.learn_intents import GoToUpdate, OneBack, OneUpdate, SetPace, StartAgain, ToggleRun
from ..play.choices import LEARNING_PACES
from ..session.facts.learn import LearnFacts
from ..ui.frame import BODY, LABEL, Frame
from ..ui.geometry import Rect
from ..ui.layout import SMALL_TRANSPORT
from ..ui.widgets.base import Widget
from ..ui.widgets.label import Area
from ..ui.widgets.scrubber import MARGIN, Scrubber, Ticks
from ..ui.widgets.switch import Stepper
from ..words.texts import text
from .actions import Action, action_button, menu_action, rail_action
from .transport import places

LEAST = 20
"""Updates that the line is made for at first."""
LONG = 5
"""Every so many updates a tick is long."""


def learn_transport(facts: LearnFacts, frame: Frame) -> tuple[Widget, ...]:
    """Return the widgets of the transport, folded to what there is room for."""
    layout, found = frame.layout, list[Widget]()
    found.append(Area(name="transport", rect=layout.transport, unit=frame.unit, role="ground", line_at="top"))
    made = {action.name: action for action in _actions(facts)}
    for name, place in places(layout).items():
        if name == "speed":
            found.append(_pace(facts, frame, place))
        elif name in made:
            found.append(action_button(frame, made[name], place, "primary" if name == "play" else "plain"))
        elif name == "step":
            found.append(_alone(facts, frame, place))
        elif name == "line":
            found.extend(_line(facts, frame, place))
    return tuple(found)


def _actions(facts: LearnFacts) -> tuple[Action, ...]:
    words, icon = ("learn.stop", "pause") if facts.running else ("learn.run", "play")
    return (
        Action("to start", "skip-back", text("learn.to_start"), GoToUpdate(0)),
        Action("step back", "step-back", text("learn.back"), OneBack()),
        Action("play", icon, text(words), ToggleRun()),
        Action("step forward", "step-forward", text("learn.one"), OneUpdate()),
        Action("to end", "skip-forward", text("learn.to_end"), GoToUpdate(facts.last)),
        Action("loop", "dices", text("learn.again.tip"), StartAgain()),
        menu_action(),
        rail_action(),
    )


def update_words(facts: LearnFacts) -> str:
    """Return the present update, and of how many, where one has gone back."""
    if facts.number == facts.last:
        return text("learn.update", number=facts.number)
    return text("learn.update.of", number=facts.number, last=facts.last)


def _pace(facts: LearnFacts, frame: Frame, place: Rect) -> Stepper:
    lines = (text("learn.pace"), None), (text("learn.pace.more"), None), (text("learn.pace.less"), None)
    return Stepper(
        **frame.met("speed", place),
        about=frame.tips(*lines),
        shown=text("learn.pace.shown", pace=f"{facts.pace:g}"),
        less=(SetPace(-1),),
        more=(SetPace(1),),
        size=frame.size(LABEL),
        at_low=facts.pace == LEARNING_PACES[0],
        at_high=facts.pace == LEARNING_PACES[-1],
    )


def _alone(facts: LearnFacts, frame: Frame, place: Rect) -> Widget:
    words = update_words(facts)
    size = frame.type.largest(words, place.w, True, frame.size(BODY))
    return frame.label("step", place, frame.type.shortened(words, size, True, place.w), size, bold=True)


def _line(facts: LearnFacts, frame: Frame, place: Rect) -> tuple[Widget, ...]:
    """Return the line of all updates, and over it which one it is and what of it is shown."""
    steps, small = max(facts.last, LEAST), frame.layout.fold >= SMALL_TRANSPORT
    at, px = place if small else Rect(place.x, place.y + frame.px(34), place.w, frame.px(44)), frame.px
    scrubber = Scrubber(
        **frame.met("scrubber", at), about=text("learn.scrub"), position=float(facts.number), steps=steps
    )
    if small:
        return (scrubber,)
    size, phase = frame.size(BODY), text(f"learn.part.{facts.part}")
    wide, margin = frame.type.width(phase, size, True), px(MARGIN)
    room = max(0, place.w - px(24) - wide - px(16))
    words = frame.type.shortened(update_words(facts), size, True, room)
    ticks = Rect(place.x + margin, place.y + px(34) + px(36), place.w - 2 * margin, px(11))
    return (
        Ticks(name="ticks", rect=ticks, unit=frame.unit, steps=steps, columns=LONG),
        frame.label("step", Rect(place.x + margin, place.y, room, px(34)), words, size, bold=True),
        frame.label(
            "phase", Rect(place.right - margin - wide, place.y, wide, px(34)), phase, size, "product_text", True, 1
        ),
        scrubber,
    )
