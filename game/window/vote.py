"""The vote of a class, which fills the stage: the question, what one reckons with, the answers and their hands."""

from __future__ import annotations

from math import ceil

from ..input.vote_intents import CountHands, PickAnswer
from ..session.vote import COUNTED, COUNTING, LETTERS, MOST_HANDS, Pictured, Vote, VoteLane
from ..ui.frame import Frame
from ..ui.geometry import Rect
from ..ui.widgets.ballot import AnswerRow, NumberGrid
from ..ui.widgets.base import Widget
from ..ui.widgets.label import Area, Label
from ..value import Value
from ..words.numbers import number
from ..words.texts import many, text

DRAWN = (1024, 768)
"""The window in which lengths below count as device pixels; in another they grow with its smaller share."""
MARGIN, QUESTION, WORDS, SMALL, LETTER = 24, 40, 24, 22, 48
"""Lengths: around all; the sizes of the question, of words and of hands; and the side of an answer's letter."""
ROW, PITCH, FOOT, STATUS, LEFT = 72, 84, 72, 200, 226
"""Lengths: an answer's height, from one to the next, the foot's height, the width of what is said beside the grids, and
from where on bars are drawn."""
ANSWER, LEAST_ANSWER, HAND, CELL, TALLEST = 44, 18, 20, 78, 130
"""Sizes of an answer at most and at least; lengths of a hand of a bar, of a cell, and from one
answer to the next, at most."""
LINE = 1.15
"""The height of a line of an answer, in its font sizes."""
READ = 20
"""Device pixels of a cell from which on its number can be read."""


class Room(Value):
    """The window, and the device pixels of one pixel of the drawing."""

    whole: Rect
    scale: float

    def px(self, length: float) -> int:
        """Return a length in device pixels."""
        return max(1, round(length * self.scale))


def room_of(frame: Frame) -> Room:
    """Return the room of the vote: it grows with the window alone, as a slide does."""
    width, height = frame.layout.size
    return Room(frame.layout.whole, min(width / DRAWN[0], height / DRAWN[1]))


def vote_widgets(vote: Vote, frame: Frame) -> tuple[Widget, ...]:
    """Return the vote, from the bottom to the top."""
    room = room_of(frame)
    px, margin, (width, height) = room.px, room.px(MARGIN), frame.layout.size
    asked, top = _question(vote, frame, room)
    foot, bare = height - px(FOOT), not (vote.shown.lanes or vote.shown.lines)
    rows = top + px(8) if bare else foot - len(vote.answers) * px(PITCH) + px(PITCH - ROW)
    beside = Rect(margin, top, width - 2 * margin, rows - px(16) - top)
    pictured = _pictured(vote.shown, frame, room, Rect(beside.x, top, beside.w - px(STATUS + MARGIN), beside.h))
    hint = Rect(margin, foot + px(8), width - 2 * margin - (px(STATUS * 1.5) if bare else 0), px(FOOT - 40))
    said = text(f"vote.hint.{_hint(vote)}")
    size = _fitting(frame, said, px(WORDS), hint.w)
    return (
        Area(name="vote", rect=frame.layout.whole, unit=frame.unit, role="ground"),
        *asked,
        *pictured,
        *(_status_below(vote, frame, room, hint) if bare else _status(vote, frame, room, beside, pictured)),
        *_answers(vote, frame, room, Rect(margin, rows, width - 2 * margin, foot - rows)),
        frame.label("vote hint", hint, said, size, "dim", bold=True),
    )


def _hint(vote: Vote) -> str:
    return {COUNTING: "counting", COUNTED: "first" if vote.can_repeat else "second"}.get(vote.stage, "told")


def _fitting(frame: Frame, words: str, size: int, width: int) -> int:
    """Return the largest size, not over this one, in which a line fits."""
    while size > 9 and frame.type.width(words, size, True) > width:
        size -= 1
    return size


def _question(vote: Vote, frame: Frame, room: Room) -> tuple[tuple[Widget, ...], int]:
    """Return the question, in as many lines as it needs, and where it ends."""
    size, wide = room.px(QUESTION), frame.layout.size[0] - 2 * room.px(MARGIN)
    lines = frame.type.wrapped(vote.words, size, True, wide)
    while len(lines) > 3 and size > room.px(WORDS):  # three lines leave room for what is asked about
        size -= 1
        lines = frame.type.wrapped(vote.words, size, True, wide)
    step = 1.2 * size
    at = Rect(room.px(MARGIN), room.px(14), wide, 1)
    return frame.lines("vote question", at, lines, step, size, bold=True), at.y + round(step * len(lines)) + room.px(16)


def _round(vote: Vote) -> tuple[str, str]:
    """Return which vote it is, and how many hands there are."""
    name = "vote.told" if vote.is_told else "vote.second" if len(vote.counts) > 1 else "vote.one_vote"
    return text(name), many("hand", sum(vote.hands))


def _status(
    vote: Vote, frame: Frame, room: Room, beside: Rect, pictured: tuple[Widget, ...]
) -> tuple[Widget, ...]:  # fmt: skip
    """Return which vote it is, and how many hands there are, at the right of the grids."""
    size, (which, hands) = room.px(WORDS), _round(vote)
    x = beside.right - room.px(STATUS)
    if all(isinstance(widget, NumberGrid | Label) for widget in pictured):
        grids = [widget.rect.right for widget in pictured if isinstance(widget, NumberGrid)]
        x = min(x, max(grids, default=x) + room.px(66))
    place = Rect(x, beside.y + room.px(20), room.px(STATUS), round(1.6 * size))
    return (
        frame.label("vote round", place, which, size, "now_text", bold=True),
        frame.label("vote hands", place.moved(0, place.h), hands, size, "dim", bold=True),
    )


def _status_below(vote: Vote, frame: Frame, room: Room, hint: Rect) -> tuple[Widget, ...]:
    """Return the same at the right of the last line, where no grids are."""
    size, (which, hands) = room.px(WORDS), _round(vote)
    end = frame.layout.size[0] - room.px(MARGIN)
    half = room.px(STATUS * 0.75)
    return (
        frame.label("vote round", Rect(end - 2 * half, hint.y, half, hint.h), which, size, "now_text", True, 1.0),
        frame.label("vote hands", Rect(end - half, hint.y, half, hint.h), hands, size, "dim", True, 1.0),
    )


def _pictured(shown: Pictured, frame: Frame, room: Room, place: Rect) -> tuple[Widget, ...]:
    """Return what one reckons with: patches and kernels, or sizes in words."""
    if not shown.lanes:
        return _lines(shown.lines, frame, room, place)
    rows, columns = len(shown.lanes[0].patch), len(shown.lanes[0].patch[0])
    words, between = room.px(WORDS), room.px(64)
    title = round(1.7 * words)
    paired = 2 if shown.lanes[0].kernel is not None else 1
    pitch, across = 0, 1
    for beside in range(1, len(shown.lanes) + 1):
        lines = ceil(len(shown.lanes) / beside)
        wide = (place.w + between) // beside - between - (between if paired > 1 else 0)
        high = (place.h - title) // lines - (room.px(8) if lines > 1 else 0)
        found = min(wide // (columns * paired), high // rows, room.px(CELL))
        pitch, across = (found, beside) if found > pitch else (pitch, across)
    if pitch < READ and len(shown.lanes) > 1:
        said = text("vote.many_lanes", lanes=len(shown.lanes), size=f"{rows} × {columns}")
        return _lines((said,), frame, room, place)
    return _lanes(shown, frame, room, place, max(pitch, 2), across)


def _lanes(
    shown: Pictured, frame: Frame, room: Room, place: Rect, pitch: int, across: int
) -> tuple[Widget, ...]:  # fmt: skip
    """Return patch × kernel of each lane, so many beside each other, and their titles below the last ones."""
    rows, columns = len(shown.lanes[0].patch), len(shown.lanes[0].patch[0])
    between, size, found = room.px(64), room.px(WORDS), list[Widget]()
    wide, high = columns * pitch, rows * pitch
    whole = wide if shown.lanes[0].kernel is None else 2 * wide + between
    lowest = place.y
    for index, lane in enumerate(shown.lanes):
        x = place.x + index % across * (whole + between)
        y = place.y + index // across * (high + room.px(8))
        lowest = max(lowest, y + high)
        found += _lane(lane, index, shown, frame, Rect(x, y, wide, high), pitch, between)
    for place_of_title in range(min(across, len(shown.lanes))):
        x = place.x + place_of_title * (whole + between)
        at = Rect(x, lowest + room.px(6), wide + between, round(1.4 * size))
        found.append(frame.label(f"vote patch {place_of_title}", at, text("vote.patch"), size, "dim", bold=True))
        if shown.lanes[0].kernel is not None:
            over, words = at.moved(wide + between, 0), text("vote.of_kernel")
            found.append(frame.label(f"vote kernel {place_of_title}", over, words, size, "kernel_text", bold=True))
    return tuple(found)


def _lane(
    lane: VoteLane, index: int, shown: Pictured, frame: Frame, place: Rect, pitch: int, between: int
) -> tuple[Widget, ...]:
    """Return the pixels of a lane, a cross, and its weights."""
    hue = lane.channel if shown.channels == 3 else -1
    pixels = _grid(f"vote pixels {index}", lane.patch, shown.decimals[0], frame, place, pitch)
    pixels = pixels.changed(white=shown.white, channel=hue)
    if lane.kernel is None:
        return (pixels,)
    over = place.moved(place.w + between, 0)
    weights = _grid(f"vote weights {index}", lane.kernel, shown.decimals[1], frame, over, pitch)
    sign = Rect(place.right, place.y, between, place.h)
    times = frame.label(f"vote times {index}", sign, "×", round(between * 0.6), "dim", bold=True, align=0.5)
    return pixels, times, weights.changed(magnitude=shown.magnitude)


def _grid(
    name: str, values: tuple[tuple[float, ...], ...], decimals: int, frame: Frame, place: Rect, pitch: int
) -> NumberGrid:
    """Return a grid whose numbers are as large as the widest allows."""
    texts = tuple(tuple(number(value, decimals) for value in row) for row in values)
    size = round(pitch * 0.5)
    widest = max((each for row in texts for each in row), key=len)
    size = _fitting(frame, widest, size, round(pitch * 0.88))
    return NumberGrid(name=name, rect=place, unit=frame.unit, values=values, texts=texts, size=size, pitch=pitch)


def _lines(lines: tuple[str, ...], frame: Frame, room: Room, place: Rect) -> tuple[Widget, ...]:
    """Return lines of words, as large as they fit, in two columns where there are many."""
    if not lines:
        return ()
    columns = 1 if len(lines) < 4 else 2
    rows, wide = ceil(len(lines) / columns), place.w // columns
    size = min(room.px(QUESTION - 4), round(place.h / rows / 1.4))
    size = min(_fitting(frame, line, size, wide - room.px(12)) for line in lines)
    step = min(1.6 * size, place.h / rows)
    return tuple(
        frame.label(
            f"vote line {index}",
            Rect.of(place.x + index // rows * wide, place.y + index % rows * step, wide, step),
            line,
            size,
            bold=True,
        )
        for index, line in enumerate(lines)
    )


def _answers(vote: Vote, frame: Frame, room: Room, place: Rect) -> tuple[Widget, ...]:
    """Return the answers, and beside each the hands while they are counted, with − and +."""
    px, counts = room.px, vote.stage == COUNTING
    pitch = min(px(TALLEST), (place.h + px(PITCH - ROW)) // len(vote.answers))
    high = pitch - px(PITCH - ROW)
    lines, size = _written(vote, frame, room, Rect(0, 0, place.w - px(LETTER + 40) - px(300), high))
    widest = max(frame.type.width(line, size, True) for each in lines for line in each)
    left = max(px(LEFT), px(LETTER + 12 + 32) + widest)
    bars = _bars(vote, place.w - left - px(150), px(HAND))
    found: list[Widget] = []
    for index, each in enumerate(lines):
        row = Rect(place.x, place.y + index * pitch, place.w, high)
        found.append(
            AnswerRow(
                **frame.met(f"answer {LETTERS[index]}", row),
                intents=(PickAnswer(index),),
                label=LETTERS[index],
                lines=each,
                chosen=vote.chosen == index,
                bars=() if counts else tuple(of_round[index] for of_round in bars),
                answer_size=size,
                small=px(SMALL),
                left=left,
                pixel=room.scale,
                told=None if not vote.is_told else vote.right == index,
            )
        )
        if counts:
            found += _hands(vote, index, frame, room, row)
    return tuple(found)


def _written(vote: Vote, frame: Frame, room: Room, place: Rect) -> tuple[list[tuple[str, ...]], int]:
    """Return the lines of each answer, and their size: as large as all answers fit into a place."""
    size = room.px(ANSWER)
    while True:
        lines = [tuple(frame.type.wrapped(answer, size, True, place.w)) for answer in vote.answers]
        fits = max(map(len, lines)) * size * LINE <= place.h
        widest = max(frame.type.width(line, size, True) for each in lines for line in each)
        if size <= room.px(LEAST_ANSWER) or (fits and widest <= place.w):
            most = max(1, int(place.h // (size * LINE)))
            return [each[:most] for each in lines], size
        size -= 1


def _bars(vote: Vote, most: int, hand: int) -> tuple[tuple[tuple[int, int], ...], ...]:
    """Return for each round the hands of each answer, with the length of its bar in device pixels."""
    highest = max((hands for counts in vote.counts for hands in counts), default=0)
    each = min(float(hand), most / highest) if highest else 0.0
    return tuple(tuple((hands, round(hands * each)) for hands in counts) for counts in vote.counts)


def _hands(vote: Vote, index: int, frame: Frame, room: Room, row: Rect) -> tuple[Widget, ...]:
    """Return the hands of an answer between − and +."""
    side, hands = max(44, room.px(48)), vote.hands[index]
    more = Rect(row.right - side - room.px(10), row.y, side, row.h).centred(side, side)
    count = Rect(more.x - room.px(84), row.y, room.px(84), row.h)
    fewer = more.moved(-side - count.w, 0)
    size, letter = room.px(ANSWER - 8), LETTERS[index]
    role = "text" if hands else "faint"
    return (
        frame.button(f"fewer {letter}", fewer, CountHands(-1, index), icon="minus", style="field", enabled=hands > 0),
        frame.label(f"hands {letter}", count, str(hands), size, role, bold=True, align=0.5),
        frame.button(
            f"more {letter}", more, CountHands(1, index), icon="plus", style="field", enabled=hands < MOST_HANDS
        ),
    )
