"""The Share sheet: in groups the forms in which what is shown can be handed out, with the few choices they have."""

from __future__ import annotations

from collections.abc import Callable

from ..input.effects import ShareAs
from ..input.interface_intents import ChooseShare
from ..session.facts.seldom import SheetFacts
from ..session.sharing import FILMS, FORMS, OF_THE_LESSON, PAPERS, STEPS, VERSIONS, Form
from ..ui.frame import BODY, SMALL, Frame
from ..ui.geometry import Rect
from ..ui.offers import ShareOffer
from ..ui.widgets.base import Widget
from ..ui.widgets.share_row import ABOVE, HEAD, ICON, SIDE, STEP, ShareRow
from ..ui.widgets.switch import Stepper, Switch
from ..words.texts import text
from .scrolling import Column
from .sheets import content_of, ground, shortened

NARROWEST, GAP = 500, 10
"""Units: the least width of a row where two stand beside each other, and between rows."""
FIELD = 44  # units of the height of a choice
LEAST = 44
"""Device pixels that a finger needs."""


def share_sheet(facts: SheetFacts, frame: Frame, offer: ShareOffer) -> tuple[Widget, ...]:
    """Return the sheet: below the heading of each group its choices and its rows, two beside each other with room."""
    base, inside = ground(facts, frame, text("share.title"))
    px = frame.px
    column = Column(inside.x, inside.y, inside.w - px(24))
    for group in dict.fromkeys(form.group for form in FORMS):
        _head(facts, frame, column, group, offer)
        forms = [form for form in FORMS if form.group == group and (offer.lesson or form.name != OF_THE_LESSON)]
        _rows(frame, column, forms, offer)
        column.take(px(4))
    shown = content_of(facts, frame, "share sheet", inside, column.widgets)
    return (*shortened(base, inside, column.widgets, px(24)), *shown)


def _head(facts: SheetFacts, frame: Frame, column: Column, group: str, offer: ShareOffer) -> None:
    """Write a group's heading, and its choices beside it, or where they have no room below."""
    size, between = frame.size(BODY), frame.px(12)
    words = text(f"share.group.{group}")
    fields = _fields(facts, frame, group, offer)
    high = max(LEAST, frame.px(FIELD)) if fields else frame.px(36)
    wide = sum(field.rect.w + between for field in fields)
    word = frame.type.width(words, size, True)
    row = column.take(high, frame.px(4))
    column.widgets.append(frame.label(f"group {group}", row, words, size, "kernel_text", bold=True))
    x = row.x + word + between
    if x + wide > row.right:
        row, x = column.take(high, frame.px(4)), row.x
    for field in fields:
        if x + field.rect.w > row.right and x > row.x:
            row, x = column.take(high, frame.px(4)), row.x
        column.widgets.append(field.changed(rect=Rect(x, row.y, min(field.rect.w, row.w), high)))
        x += field.rect.w + between


def _fields(facts: SheetFacts, frame: Frame, group: str, offer: ShareOffer) -> list[Widget]:
    """Return the choices of a group, as wide as they need."""
    share = facts.share
    if group == "steps":
        return [_stepper(frame, "steps", share.steps, STEPS, lambda count: _which(count, offer))]
    if group != "class":
        return []
    names = tuple(text(f"share.paper.{paper}") for paper in PAPERS)
    size = frame.size(SMALL)
    wide = len(names) * (max(frame.type.width(name, size, True) for name in names) + frame.px(32))
    paper = Switch(
        **frame.met("share paper", Rect(0, 0, wide, 0)),
        about=text("share.paper.tip"),
        words=names,
        intents=tuple(ChooseShare(paper=name) for name in PAPERS),
        chosen=PAPERS.index(share.paper),
        size=size,
    )
    return [_stepper(frame, "versions", share.versions, VERSIONS, _versions), paper]


def _versions(count: int) -> str:
    return text("share.versions", count=count)


def _which(count: int, offer: ShareOffer) -> str:
    """Return which steps so many are from the shown one on; of a walk that may not be told, how many."""
    if not offer.last:
        return text("share.steps", count=count)
    last = min(offer.first + count - 1, offer.last)
    alone = last == offer.first
    return text("share.steps.one" if alone else "share.steps.which", first=offer.first, last=last)


def _stepper(frame: Frame, name: str, value: int, ends: tuple[int, int], words: Callable[[int], str]) -> Stepper:
    """Return a choice of a number between two ends, as wide as any of them needs, so that its buttons stay."""
    size, high = frame.size(SMALL), max(LEAST, frame.px(FIELD))
    widest = max(frame.type.width(words(count), size, True) for count in range(ends[0], ends[1] + 1))

    def chosen(count: int) -> ChooseShare:
        return ChooseShare(steps=count) if name == "steps" else ChooseShare(versions=count)

    return Stepper(
        **frame.met(f"share {name}", Rect(0, 0, widest + 2 * high + frame.px(16), 0)),
        about=text(f"share.{name}.tip"),
        shown=words(value),
        less=(chosen(value - 1),),
        more=(chosen(value + 1),),
        size=size,
        at_low=value <= ends[0],
        at_high=value >= ends[1],
    )


def _rows(frame: Frame, column: Column, forms: list[Form], offer: ShareOffer) -> None:
    """Write the rows of a group; those beside each other are equally high."""
    gap = frame.px(GAP)
    across = max(1, min(2, (column.width + gap) // frame.px(NARROWEST + GAP)))
    wide = (column.width - (across - 1) * gap) // across
    for first in range(0, len(forms), across):
        made = [_row(frame, form, offer, wide) for form in forms[first : first + across]]
        place = column.take(max(row.rect.h for row in made), gap)
        for index, row in enumerate(made):
            rect = Rect(place.x + index * (wide + gap), place.y, wide, place.h)
            column.widgets.append(row.changed(rect=rect))


def _row(frame: Frame, form: Form, offer: ShareOffer, wide: int) -> ShareRow:
    """Return the row of a form, as wide as it may be, and as high as its words need."""
    size, small = frame.size(SMALL), frame.size(SMALL - 2)
    room = wide - frame.px(ICON) - 3 * frame.px(SIDE)
    heads = frame.type.wrapped(text(f"share.{form.name}"), size, True, room)
    lines = frame.type.wrapped(_about(form.name, offer), small, False, room)
    high = round(size * HEAD * len(heads) + small * STEP * len(lines)) + 2 * frame.px(ABOVE)
    return ShareRow(
        **frame.met(f"share {form.name}", Rect(0, 0, wide, max(LEAST, high))),
        intents=(ShareAs(form.name),),
        icon=form.icon,
        heads=tuple(heads),
        lines=tuple(lines),
        lines_size=small,
        size=size,
        style="field",
    )


def _about(name: str, offer: ShareOffer) -> str:
    """Return what is said about a form, also why there is none now."""
    if name in FILMS and not offer.films:
        return text("share.film.without")
    if name in ("code", "qr") and offer.length is None:
        return text("share.code.none")
    if name == OF_THE_LESSON:
        return text("share.lesson sheet.about", name=offer.lesson)
    if name == "code":
        return text("share.code.about", count=offer.length)
    if name == "qr" and offer.length is not None and offer.length > offer.most:
        return text("share.qr.long", most=offer.most)
    return text(f"share.{name}.about")
