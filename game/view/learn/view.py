"""The stage while a kernel learns: image, kernel, gradient, output, target, error, the loss, the line under them."""

from __future__ import annotations

from ...input.intent import Control
from ...input.learn_intents import AnswerDirection, NudgeWeight, WalkThrough
from ...session.facts.learn import LearnFacts
from ...session.learning import GRADIENT
from ...ui.frame import BODY, SMALL, TITLE, Frame
from ...ui.geometry import Rect
from ...ui.layout import ONE_LINE, PANEL_REACH, between_edges
from ...ui.place import GridPlace
from ...ui.stage_learn import LearnStage
from ...ui.widgets.base import Widget
from ...ui.widgets.label import Area
from ...ui.widgets.stepping import with_neighbours
from ...window.brush import brush_row
from ...words.texts import text
from ..flat import ground, marks_on, source_image
from ..frame import Keeper, StillFrame
from ..grids import Kernel
from ..marks import LinkFrame, marks
from ..pencil import Pencil
from ..places import looks_in, smallest_number, stage_of
from ..written_lines import on_lines, width_of
from .chart import LossLine
from .grids import Shades, Slope, Target
from .places import learned, look_on
from .words import heading, lines, rule, titles, weight_words


def learn_view(frame: StillFrame, keep: Keeper) -> tuple[Widget, ...]:
    """Return everything on the stage, from the bottom to the top, and the line under it."""
    facts, places = learned(frame), stage_of(frame)
    if not isinstance(places, LearnStage):
        raise TypeError("the stage has no places for what is learned")
    pointed = _points_at_gradient(frame) and not facts.secret
    wall = frame.layout.presenting
    size = round(frame.layout.unit * 38) if wall else heading(frame)
    return (
        ground(frame),
        *titles(frame, facts, places, size, 4 if wall else frame.px(6)),
        *_grids(frame, facts, places, keep),
        *_chart(frame, facts, places),
        *_signs(frame, places),
        *(keep(brush_row, frame.still.rail.brush, keep.frame, places.brush) if places.brush.h else ()),
        *_rings(facts, places),
        *(_under_weight(frame, facts, places) if pointed or facts.secret or facts.part == "sum" else ()),
        *_buttons(frame, facts, places),
        *rule(frame, facts, places),
        *marks_on(frame.side.pointing.changed(told=False), None, places, tiny=True),
        *_panel(frame, facts, pointed),
    )


def _points_at_gradient(frame: StillFrame) -> bool:
    hover = frame.still.interface.hover
    return isinstance(hover, Control) and hover.name.startswith(GRADIENT)


def _grids(frame: StillFrame, facts: LearnFacts, places: LearnStage, keep: Keeper) -> tuple[Widget, ...]:
    """Return the grids, and what of the gradient meets hands."""
    kernel, smallest = frame.side.boards.kernel, smallest_number(frame)
    found: list[Widget] = []
    if places.image.pitch:
        found.append(source_image(frame, places.image, looks_in(frame, places)))
    if places.kernel.pitch:
        look = look_on(frame, kernel, places.kernel, smallest)
        found.append(Kernel(name="grid kernel", rect=places.kernel.rect, place=places.kernel, board=kernel, look=look))
    step = facts.step is not None
    boards = (
        ("gradient", places.gradient, facts.step or facts.gradient, "kernel" if step else "error", Shades),
        ("output", places.output, facts.output, "output", Shades),
        ("target", places.target, facts.target, "output", Target),
        ("error", places.error, facts.error, "error", Shades),
    )
    for name, place, board, hue, kind in boards:
        if place.pitch:
            look = look_on(frame, facts.target if board is None else board, place, smallest)
            found.append(kind(name=f"grid {name}", rect=place.rect, place=place, board=board, hue=hue, look=look))
    return (*found, *(keep(_slopes, keep.frame, places.gradient) if facts.gradient is not None else ()))


def _slopes(frame: Frame, place: GridPlace) -> list[Widget]:
    """Return where hands meet the gradients of the weights, whatever these are."""
    if not place.pitch:
        return []
    spots = [
        Slope(
            **frame.met(f"{GRADIENT}{row + 1} {column + 1}", place.cell(row, column)),
            about=text("learn.gradient.tip", row=row + 1, column=column + 1),
            weight=(row, column),
            radius=place.radius,
        )
        for row in range(place.rows)
        for column in range(place.columns)
    ]
    return with_neighbours(spots)


def _chart(frame: StillFrame, facts: LearnFacts, places: LearnStage) -> tuple[Widget, ...]:
    if places.chart.h < frame.px(60):
        return ()
    tall = facts.shows >= 2
    losses = facts.losses if tall else tuple(each for each in facts.losses if each[0] < max(1, facts.number))
    chart = LossLine(
        **frame.met("loss line", places.chart),
        about=text("learn.chart.tip"),
        losses=losses,
        number=min(facts.number, losses[-1][0]),
        words=text("learn.updates"),
        size=frame.size(SMALL),
    )
    return (chart,)


def _signs(frame: StillFrame, places: LearnStage) -> tuple[Widget, ...]:
    if not places.minus.w:
        return ()
    return (frame.label("learn minus", places.minus, "−", frame.size(40), bold=True, align=0.5),)


def _rings(facts: LearnFacts, places: LearnStage) -> tuple[Widget, ...]:
    """Return the rings around the weight that is looked at, and around its gradient."""
    found = marks("learn weight", Pencil(places.kernel), (facts.weight,))
    return (*found, *marks("learn gradient", Pencil(places.gradient), (facts.weight,)))


def _under_weight(frame: StillFrame, facts: LearnFacts, places: LearnStage) -> tuple[Widget, ...]:
    """Return the frame around the pixels that the weight meets as the kernel slides."""
    if not places.image.pitch:
        return ()
    pencil = Pencil(places.image)
    rect = pencil.holding((facts.first,), 4, facts.extent)
    name = "learn pixels"
    return (LinkFrame(name=name, rect=rect, unit=frame.unit, pencil=pencil, first=facts.first, size=facts.extent),)


def _buttons(frame: StillFrame, facts: LearnFacts, places: LearnStage) -> tuple[Widget, ...]:
    """Return what opens the gradients as walks, and nudges the weight."""
    place = places.walk
    if not place.h:
        return ()
    size, side = frame.size(SMALL), min(place.h, round(place.w * 0.25))
    gap = frame.px(6)
    words = text("learn.walk") if frame.type.width(text("learn.walk"), size, True) + side < place.w else ""
    first = Rect(place.x, place.y, place.w - 2 * (side + gap), place.h)
    image, nudge = (Rect(first.right + gap + index * (side + gap), place.y, side, place.h) for index in (0, 1))
    label = words if frame.type.width(words, size, True) + frame.px(16) <= first.w else text("learn.walk.short")
    why = [None if each is None else text(each) for each in facts.no_walk]
    return (
        frame.button(
            "learn walk",
            first,
            WalkThrough("kernel"),
            tip=frame.tip(text("learn.walk.tip"), None, why[0]),
            label=label,
            size=size,
            style="field",
            enabled=why[0] is None,
        ),
        frame.button(
            "learn walk image",
            image,
            WalkThrough("image"),
            tip=frame.tip(text("learn.walk.image.tip"), None, why[1]),
            icon="image",
            style="field",
            enabled=why[1] is None,
        ),
        frame.button("learn nudge", nudge, NudgeWeight(), tip=text("learn.nudge.tip"), icon="plus", style="field"),
    )


def _panel(frame: StillFrame, facts: LearnFacts, pointed: bool) -> tuple[Widget, ...]:
    """Return the card under the grids: which weight it is about, what becomes of it, and the loss."""
    if frame.layout.presenting:
        place, one_line = frame.layout.dot.inset(0, round(10 * frame.layout.unit)), False
        head, size = round(54 * frame.layout.unit), round(46 * frame.layout.unit)
        small = round(30 * frame.layout.unit)
    else:
        place, one_line = between_edges(frame.layout.dot, frame.layout.text), frame.layout.fold >= ONE_LINE
        head, size, small = (
            (0 if one_line else frame.px(40)),
            frame.size(TITLE if not one_line else BODY),
            frame.size(SMALL),
        )
    if not place.h:
        return ()
    inside = Rect(place.x, place.y + head, place.w, place.h - head - (0 if one_line else frame.px(8)))
    made = lines(frame, facts, pointed)
    left, right = made(inside.w, size)
    answers: tuple[Widget, ...] = ()
    if facts.secret:
        answers, right = _answers(frame, inside, small), ()
    while size > 11 and width_of(frame.type, left, size) > inside.w:
        size -= 1
        left, right = made(inside.w, size)
        right = () if facts.secret else right
    wide = width_of(frame.type, right, size)
    reach = place.inset(-frame.px(PANEL_REACH), 0)
    under = Area(name="dot ground", rect=reach, unit=frame.unit, role="panel", radius=frame.px(10))
    above = Rect(place.x, place.y + frame.px(6), place.w, head)
    title = frame.label("dot title", above, weight_words(facts), small, "dim", bold=True)
    loss = on_lines(frame.type, Rect(inside.right - wide, inside.y, wide, inside.h), (right,), size, "loss words")
    return (
        *(() if frame.layout.presenting else (under,)),
        *(() if one_line else (title,)),
        on_lines(frame.type, inside, (left,), size),
        *((loss,) if right else ()),
        *answers,
    )


def _answers(frame: StillFrame, inside: Rect, size: int) -> tuple[Widget, ...]:
    """Return the buttons by which one says which way the weight goes, at the right of the line."""
    words = text("learn.up"), text("learn.down")
    wide = max(frame.type.width(each, size, True) for each in words) + frame.px(28)
    first = Rect(inside.right - 2 * wide - frame.px(8), inside.y, wide, inside.h)
    return tuple(
        frame.button(
            f"answer {name}",
            first.moved(index * (wide + frame.px(8)), 0),
            AnswerDirection(up=name == "up"),
            tip=text(f"learn.{name}.tip"),
            label=words[index],
            size=size,
            style="field",
        )
        for index, name in enumerate(("up", "down"))
    )
