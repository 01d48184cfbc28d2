"""The lesson that is being made, at the gallery's foot: its name, its scenes, and what can be done with them."""

from __future__ import annotations

from ..input.effects import SaveLesson
from ..input.intent import Control, Intent
from ..input.interface_intents import CloseSheet, OpenEntry
from ..input.lesson_intents import (
    AddWhatIsSeen,
    AskInScene,
    MoveScene,
    NewLesson,
    PresentLesson,
    RemoveScene,
    ReplaceScene,
    SetGoal,
    UndoLesson,
)
from ..session.facts.lesson import LessonFacts, SceneFacts
from ..ui.frame import BODY, SMALL, Frame
from ..ui.geometry import Rect
from ..ui.offers import Thumbnail
from ..ui.widgets.base import Widget
from ..ui.widgets.button import NAME_ICON, NAME_PAD, Button, NameButton
from ..ui.widgets.label import Area, Picture
from ..ui.widgets.scene_strip import ASKED as ASKED_MARK
from ..ui.widgets.scene_strip import COMPARED, END, GAP, NOTED, SceneStrip
from ..words.texts import text

HIGH, TOOLS, PAD, SIDE = 104, 48, 14, 44
"""Units: of the row of scenes, of the row of tools over it, around all; device pixels of a button at least."""
LINE = 1.35
"""How far a line of words is below the one before, of the size of its type."""
ASKED = ("", "value", "size", "weights")
"""What can be asked in a scene from here, one after the other."""
NARROW = 900
"""Units of the width under which the buttons have no words, and the lesson's name is left out."""

Deed = tuple[str, str, str, tuple[Intent, ...], bool, bool]
"""A button: its name, icon, the name of its words, what it asks for, whether it can be, and may have words."""


def height_of(facts: LessonFacts, frame: Frame) -> int:
    """Return the device pixels that the strip takes: one row, and over it one of tools while a scene is chosen."""
    rows = _row(frame) + (max(SIDE, frame.px(TOOLS)) if _chosen(facts) is not None else 0)
    return rows + 2 * frame.px(PAD // 2)


def _row(frame: Frame) -> int:
    return max(64, min(frame.px(HIGH), frame.layout.size[1] // 8))


def _chosen(facts: LessonFacts) -> int | None:
    chosen = facts.chosen
    return chosen if chosen is not None and chosen < len(facts.scenes) else None


def lesson_strip(
    facts: LessonFacts, frame: Frame, place: Rect, thumbnails: tuple[Thumbnail, ...]
) -> tuple[Widget, ...]:
    """Return the strip in its place. The small pictures are of the scenes, in their order."""
    pad, row = frame.px(PAD), _row(frame)
    inside = Rect(place.x + pad, place.bottom - frame.px(PAD // 2) - row, place.w - 2 * pad, row)
    wide = inside.w >= frame.px(NARROW)
    deeds = _deeds(facts, frame, inside, wide)
    left = inside.x
    words: tuple[Widget, ...] = ()
    if wide:
        room_of_words = frame.px(300 if inside.w >= frame.px(1300) else 210)
        words = _words(facts, frame, Rect(inside.x, inside.y, room_of_words, row))
        left += room_of_words + frame.px(16)
    room = Rect(left, inside.y, max(0, min(deed.rect.x for deed in deeds) - frame.px(16) - left), row)
    ground = Area(name="lesson ground", rect=place, unit=frame.unit, role="panel", line_at="top", line_role="edge")
    return ground, *words, *_scenes(facts, frame, room, thumbnails), *deeds, *_tools(facts, frame, place, inside)


def _words(facts: LessonFacts, frame: Frame, place: Rect) -> tuple[Widget, ...]:
    """Return the lesson's name, which can be typed, and what it holds."""
    px, size, small = frame.px, frame.size(BODY), frame.size(SMALL - 2)
    side = px(28)
    count = len(facts.scenes)
    asked = sum(1 for scene in facts.scenes if scene.asked)
    held = text("lesson.held.one" if count == 1 else "lesson.held", count=count)
    questions = text("lesson.questions.one" if asked == 1 else "lesson.questions", count=asked) if asked else ""
    state = "" if not count else text("lesson.saved" if facts.saved else "lesson.not_saved")
    x, middle = place.x + side + px(12), place.y + place.h // 2
    room = place.right - x
    fits = min(small, max(9, frame.type.largest(state, room, False, small)))
    if frame.type.width(held + questions, small, False) <= room:
        held += questions
    line = round(1.4 * size)
    field = Rect(x - px(NAME_PAD), middle - line - px(2), room + px(NAME_PAD), line + px(4))
    name = frame.type.shortened(facts.name or text("lesson.unnamed"), size, True, room - px(36))
    under, small_line = middle + px(4), round(1.3 * small)
    icon = Rect(place.x, middle - line, side, side)
    return (
        Picture(name="lesson icon", rect=icon, icon="list-ordered", role="kernel_text"),
        _renamed(frame, "lesson name", field, name, size, text("lesson.rename")),
        frame.label("lesson held", Rect(x, under, room, small_line), held, small, "dim"),
        frame.label("lesson state", Rect(x, under + small_line, room, small_line), state, fits, "dim"),
    )


def _scenes(facts: LessonFacts, frame: Frame, room: Rect, thumbnails: tuple[Thumbnail, ...]) -> tuple[Widget, ...]:
    """Return the row of scenes, so far along that the chosen one is seen; without any, how one begins."""
    if not facts.scenes:
        size = frame.size(SMALL)
        lines = frame.type.wrapped(text("lesson.begin"), size, False, max(1, room.w))
        if len(lines) * LINE * size > room.h:
            lines = frame.type.wrapped(text("lesson.begin.short"), size, False, max(1, room.w))[
                : int(room.h / LINE / size)
            ]
        top = Rect.of(room.x, room.y + (room.h - len(lines) * LINE * size) / 2, room.w, 1)
        return frame.lines("lesson begin", top, lines, LINE * size, size, "dim")
    side = max(1, room.h - frame.px(8))
    fits = max(1, (room.w + frame.px(GAP)) // (side + frame.px(GAP)))
    chosen = _chosen(facts)
    last = len(facts.scenes) - 1 if chosen is None else chosen
    first = max(0, min(last - fits // 2, len(facts.scenes) - fits))
    strip = SceneStrip(
        **frame.met("lesson scenes", Rect(room.x - frame.px(END), room.y, room.w + 2 * frame.px(END), room.h)),
        about=frame.tip(text("lesson.arrange")),
        thumbnails=thumbnails[: len(facts.scenes)],
        chosen=chosen,
        side=side,
        first=first,
        marks=tuple(_marks(scene) for scene in facts.scenes),
        label_size=frame.size(SMALL - 2),
    )
    return (strip,)


def _marks(scene: SceneFacts) -> tuple[str, ...]:
    """Return the marks of what a scene has, a note, a question, and a side B of Compare."""
    has = {ASKED_MARK: bool(scene.asked), COMPARED: scene.compared, NOTED: scene.noted}
    return tuple(icon for icon, there in has.items() if there)


def _deeds(facts: LessonFacts, frame: Frame, inside: Rect, wide: bool) -> tuple[Button, ...]:
    """Return what is done with the whole lesson, from the right: present, save, take back, begin anew, add."""
    some, present = bool(facts.scenes), (CloseSheet(), PresentLesson(_chosen(facts) or 0))
    deeds: tuple[Deed, ...] = (
        ("lesson present", "presentation", "present", present, some, True),
        ("lesson save", "save", "save", (SaveLesson(),), some, True),
        ("lesson new", "x", "new", (NewLesson(),), some, False),
        ("lesson undo", "undo-2", "undo", (UndoLesson(),), facts.changed_once, False),
        ("lesson add", "plus", "add", (AddWhatIsSeen(),), True, True),
    )
    side = min(max(SIDE, frame.px(48)), inside.h)
    found = _from_right(frame, Rect(inside.x, inside.y + (inside.h - side) // 2, inside.w, side), wide, deeds)
    return tuple(
        one.changed(style="filled") if one.name == "lesson present" and one.label and some else one for one in found
    )


def _from_right(frame: Frame, row: Rect, wide: bool, deeds: tuple[Deed, ...]) -> tuple[Button, ...]:
    """Return buttons from the right end of a row on; where it is wide those that may have words have them."""
    size, right = frame.size(SMALL), row.right
    found = []
    for name, icon, words, intents, enabled, worded in deeds:
        label = text(f"lesson.do.{words}") if wide and worded else ""
        width = max(row.h, frame.type.width(label, size, True) + frame.px(36)) if label else row.h
        right -= width
        style, tip = "field" if label else "plain", text(f"lesson.tip.{words}")
        place = Rect(right, row.y, width, row.h)
        made = frame.button(name, place, *intents, tip=tip, size=size, style=style, enabled=enabled)
        found.append(made.changed(icon="" if label else icon, label=label))
        right -= frame.px(8)
    return tuple(found)


def _tools(facts: LessonFacts, frame: Frame, place: Rect, inside: Rect) -> tuple[Widget, ...]:
    """Return what is done with the chosen scene: its words, its question, its place."""
    index = _chosen(facts)
    if index is None:
        return ()
    scene, size, side = facts.scenes[index], frame.size(SMALL), max(SIDE, frame.px(TOOLS) - 6)
    top = place.y + frame.px(PAD // 2)
    ahead = ASKED[(ASKED.index(scene.asked) + 1) % len(ASKED)] if scene.asked in ASKED else ""
    noted, aimed = "note.some" if scene.noted else "note", "goal.is" if scene.aimed else "goal"
    tools: tuple[Deed, ...] = (
        ("scene remove", "trash-2", "remove", (RemoveScene(index),), True, False),
        ("scene later", "chevron-right", "later", (MoveScene(index, index + 1),), True, False),
        ("scene earlier", "chevron-left", "earlier", (MoveScene(index, index - 1),), True, False),
        ("scene replace", "repeat", "replace", (ReplaceScene(index),), True, False),
        ("scene goal", "target", aimed, (SetGoal(index, not scene.aimed),), True, True),
        ("scene question", "circle-help", f"asks.{scene.asked or 'nothing'}", (AskInScene(index, ahead),), True, True),
        ("scene note", "info", noted, (OpenEntry(Control("scene note")),), True, True),
    )
    if inside.w < (len(tools) + 1) * (side + frame.px(8)):  # a window so small has no room for all
        tools = tuple(tool for tool in tools if tool[0] != "scene goal")
    found = _from_right(frame, Rect(inside.x, top, inside.w, side), inside.w >= frame.px(NARROW), tools)
    right = min(button.rect.x for button in found)
    title = text("lesson.scene", scene=index + 1, title=scene.title)
    field = Rect(inside.x, top, max(0, right - inside.x - frame.px(8)), side)
    said = frame.type.shortened(title, size, True, max(0, field.w - frame.px(40)))
    named = field._replace(x=field.x - frame.px(NAME_PAD))
    return _renamed(frame, "scene title", named, said, size, text("lesson.retitle")), *found


def _renamed(frame: Frame, name: str, field: Rect, words: str, size: int, about: str) -> NameButton:
    """Return words that can be typed anew, from the left of a field on, with their pencil behind them."""
    pad, pencil = frame.px(NAME_PAD), frame.px(NAME_ICON)
    place = field._replace(w=frame.type.width(words, size, False) + pencil + 3 * pad)
    intents = (OpenEntry(Control(name)),)
    return NameButton(**frame.met(name, place), about=frame.tip(about), intents=intents, label=words, size=size)
