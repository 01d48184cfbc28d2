"""What is said beside the stamps: titles, the two pictures to choose from, and the line about the one that is laid."""

from __future__ import annotations

from functools import partial

from ...core.grid import Pair, Region
from ...core.stamps import cells_of
from ...play.moment import Moment
from ...play.phases import Phase
from ...play.stamp_moment import StampStep
from ...session.facts.around import letter_of
from ...session.facts.stamps import StampSide
from ...session.stamp_asked import told_weight
from ...ui.frame import BODY, HEADING, SMALL, Frame
from ...ui.geometry import EMPTY, Rect
from ...ui.stage import Stage
from ...ui.stage_stamp import UNDER
from ...ui.widgets.base import Widget
from ...ui.widgets.label import Run
from ...words.numbers import equals, shows_exactly, size_text
from ...words.texts import text
from ..dot_product import factor, panel
from ..frame import StillFrame
from ..numbers import shown
from ..titles import places_words, sized_titles, sum_sign, title_words
from ..written_lines import Line, width_of

MOST_LINES = 3  # of what is said above it, and below


def stamp_titles(frame: StillFrame, side: StampSide, places: Stage) -> tuple[Widget, ...]:
    """Return the titles of the grids and what they are of."""
    sizes = tuple(map(partial(_fitting, frame, places), ("image", "kernel", "products", "output"), sizes_of(side)))
    found = sized_titles(frame.still.titles.changed(most=None), places, frame, sizes)
    return tuple(map(counted_title, found)) if frame.side.covered else tuple(found)


def _fitting(frame: StillFrame, places: Stage, name: str, size: str) -> str:
    """Return what stands beside a title, or where that has no room, its beginning: of which channel or map it is."""
    place, end = getattr(places, name), places.ends[("image", "kernel", "products", "output").index(name)]
    title = title_words(name, covered=False, gradient=frame.still.titles.gradient)
    title = text("stamps.coverage") if name == "output" and frame.side.covered else title
    taken = 0 if places.stacked else frame.type.width(title, frame.size(HEADING), True) + places.px(14)
    room = end - place.x - taken
    choices = size, size.split(", ")[0], ""
    return next(each for each in choices if not each or frame.type.width(each, frame.size(BODY), False) <= room)


def counted_title(title: Widget) -> Widget:
    """Return a title; that of the map says that stamps are counted there."""
    return title.changed(text=text("stamps.coverage")) if title.name == "title output" else title


def sizes_of(side: StampSide) -> tuple[str, str, str, str]:
    """Return what stands beside the titles: of the pixels, the kernel, products and the map."""
    scenario, picture = side.scenario, side.picture.scenario
    image, kernel = size_text(scenario.pixel_size), size_text(scenario.kernel_size)
    whole, kept = size_text(side.size), size_text(scenario.output_size)
    output = whole if whole == kept else text("stamps.cut", whole=whole, size=kept)
    if len(scenario.channels) > 1:
        letter = letter_of(picture.channel, scenario)
        channel = text("lanes.channel.of", channel=letter, count=len(scenario.channels))
        image = text("lanes.of", what=channel, size=image)
    if scenario.layer.filters > 1:
        number = text("lanes.map.of", map=side.filter + 1, count=scenario.layer.filters)
        output = text("lanes.of", what=number, size=output)
    return image, kernel, "", output


def sentences(frame: StillFrame, places: Stage, above: Rect = EMPTY) -> tuple[Widget, ...]:
    """Return under the pixels what they do, and what the other picture is, as far as there is room.

    above: what else stands there, if anything does.
    """
    top = (places.brush if places.brush.h else places.image.rect).bottom + frame.px(14)
    wide, size, step = max(places.ends[0], places.image.rect.right) - places.image.x, frame.size(SMALL), frame.px(26)
    bottom, found = min(top + frame.px(UNDER), frame.layout.stage.bottom), list[Widget]()
    top = max(top, above.bottom + frame.px(6)) if above.h else top
    said = (("about", "text"), ("hollow", "dim"), ("about.spread", "dim"))
    for name, role in (each for each in said if each[0] != "hollow" or not frame.side.covered):
        lines = frame.type.wrapped(text(f"stamps.{name}"), size, role == "text", wide)
        if top + len(lines) * step > bottom or len(lines) > MOST_LINES:
            break
        place = Rect(places.image.x, top, wide, len(lines) * step)
        found.extend(frame.lines(f"stamps {name}", place, lines, step, size, role, bold=role == "text"))
        top += len(lines) * step + frame.px(6)
    return tuple(found)


def signs(frame: Frame, side: StampSide, step: StampStep, places: Stage) -> tuple[Widget, ...]:
    """Return "× 2, the pixel" under the kernel, and "+ →" before the map."""
    px, arrow, found = frame.px, places.arrow, list[Widget]()
    words = text("stamps.times", value=pixel_factor(side, step))
    times, size = places.times, frame.size(20)
    rect = Rect(times.x, times.y + px(4), times.w, px(34))
    if places.kernel.pitch and step.numbers is not None:
        if frame.type.width(words, size, True) > rect.w:
            words = f"× {pixel_factor(side, step)}"
        found.append(frame.label("times", rect, words, size, "dim", bold=True))
    if arrow != EMPTY:
        above, below = (Rect(arrow.x, arrow.y + px(top), arrow.w, px(high)) for top, high in ((8, 44), (54, 36)))
        found.extend(sum_sign(frame, above, frame.size(36), below, px(30), "+"))
    return tuple(found)


def pixel_factor(side: StampSide, step: StampStep) -> str:
    """Return the pixel of a stamp as a factor."""
    return factor(step.pixel, side.boards.image.decimals)


def at_work(frame: StillFrame, side: StampSide, step: StampStep, moment: Moment) -> tuple[Phase, int]:
    """Return the phase, and which of the kernel's weights the line speaks of.

    It is the one in work; else, and while the answer to a question is told, that over the cell where most stamps meet.
    """
    question = frame.still.question
    told = question is not None and question.answer is not None and moment.phase is Phase.SUM
    if moment.term is not None and not told:
        return moment.phase, moment.term
    return moment.phase, told_weight(side.stamping, step.step)


def spoken_cell(frame: StillFrame, side: StampSide, step: StampStep, moment: Moment) -> Pair | None:
    """Return the cell of the whole map that the line is about, where nothing else rings it; None for none."""
    phase, index = at_work(frame, side, step, moment)
    closing = step.closes and phase is Phase.REVEAL
    if step.numbers is None or closing or phase in (Phase.SLIDE, Phase.COVER) or frame.side.asked is not None:
        return None
    return None if index == moment.term else _cell_under(side, step, index)


def _cell_under(side: StampSide, step: StampStep, index: int) -> Pair:
    """Return the cell of the whole map under one of the kernel's weights, in row order."""
    rows, columns = cells_of(side.scenario, step.stamp.pixel)
    down, across = divmod(index, side.kernel.shape[1])
    return rows.start + down * rows.step, columns.start + across * columns.step


def stamp_line(
    frame: Frame, side: StampSide, step: StampStep, phase: Phase, index: int, asked: Pair | None = None
) -> tuple[Widget, ...]:
    """Return the card under the grids with what the stamp does; asked: the cell of the map that must not be told."""

    def lines_in(width: int, size: int, most: int) -> tuple[Line, ...]:
        return fitting_line(frame, choices_of(side, step, phase, index, asked), width, size, most)

    return panel(frame, text("stamps.title.done" if step.numbers is None else "stamps.title"), lines_in)


def whole_place(kept: Region, cell: Pair) -> Pair:
    """Return where a cell of the map is on the whole map."""
    return cell[0] + kept[0].start, cell[1] + kept[1].start


def fitting_line(
    frame: Frame, choices: tuple[tuple[Line, ...], ...], width: int, size: int, most: int
) -> tuple[Line, ...]:
    """Return the first of some texts that has room in a width, on so many lines; the last, where none has."""
    fitting = (
        lines
        for lines in choices
        if len(lines) <= most and all(width_of(frame.type, line, size) <= width for line in lines)
    )
    return next(fitting, choices[-1])


def choices_of(
    side: StampSide, step: StampStep, phase: Phase, index: int, asked: Pair | None = None
) -> tuple[tuple[Line, ...], ...]:
    """Return what the stamp does, on one line or on two, and shorter; the shortest last.

    asked: the cell that is asked about, of which all is said from the beginning but what will stand there.
    """
    if step.numbers is None:
        said = "stamps.done.one" if side.scenario.layer.filters == 1 else "stamps.done"
        return (((Run(text(said), "text", bold=False),),),)
    where = _where(side, step)
    if phase in (Phase.SLIDE, Phase.COVER) and asked is None:
        return (where,), (where[1:2],)
    if step.closes and phase is Phase.REVEAL:
        name = text(f"activation.{side.scenario.layer.activation}")
        return (((Run(text("stamps.activation", activation=name), "text", bold=False),),),)
    over = told_weight(side.stamping, step.step)
    if asked is None or (phase is Phase.MULTIPLY and index != over):
        total = _total(side, step, phase, index)
    else:
        total = _asked(side, step, phase, over)
    return ((*where, Run("; ", "dim", bold=False), *total),), (where, total), (total,), (total[1:],)


def _where(side: StampSide, step: StampStep) -> Line:
    """Return which pixel is stamped, and where."""
    cells = cells_of(side.scenario, step.stamp.pixel)
    rows, columns = (
        places_words(axis, [place + 1 for place in range(part.start, part.stop, part.step)])
        for axis, part in enumerate(cells)
    )
    before, after = text("stamps.line", value="\0", rows=rows, columns=columns, whole=size_text(side.size)).split("\0")
    pixel = Run(shown(step.pixel, side.boards.image.decimals))
    return Run(before, "dim", bold=False), pixel, Run(after, "dim", bold=False)


def _asked(side: StampSide, step: StampStep, phase: Phase, index: int) -> Line:
    """Return what is asked about one place: what stands there, and the product, or what it will be made of."""
    total = _total(side, step, Phase.SUM, index)
    end = Run(" = ", "dim", bold=False), Run(text("predict.hidden"), "output_text")
    added = total[3:4] if phase is Phase.PRODUCTS else _factors(side, step, index)
    return *total[:3], *added, *end


def _factors(side: StampSide, step: StampStep, index: int) -> Line:
    """Return the pixel times a weight."""
    weight = factor(float(side.kernel.ravel()[index]), side.boards.decimals[1])
    return Run(pixel_factor(side, step)), Run(" × ", "dim", bold=False), Run(weight, "kernel_text")


def _total(side: StampSide, step: StampStep, phase: Phase, index: int) -> Line:
    """Return what is made at one place."""
    row, column = _cell_under(side, step, index)
    head = Run(text("stamps.at", row=row + 1, column=column + 1), "dim", bold=False)
    assert step.numbers is not None
    product = float(step.numbers.products.ravel()[index])
    decimals = side.boards.decimals
    if phase is Phase.MULTIPLY:
        weight = float(side.kernel.ravel()[index])
        exact = [shows_exactly(step.pixel, decimals[0]), shows_exactly(weight, decimals[1])]
        sign = equals(shows_exactly(product, decimals[2]), *exact)
        end = Run(f" {sign} ", "dim", bold=False), Run(shown(product, decimals[2]), "product_text")
        return head, *_factors(side, step, index), *end
    places = side.boards.output.decimals
    before, after = float(step.before.sums[row, column]), float(step.landed.sums[row, column])
    exact = [shows_exactly(before, places), shows_exactly(product, decimals[2])]
    sign = equals(shows_exactly(after, places), *exact)
    return (
        head,
        Run(shown(before, places), "output_text"),
        Run(" + ", "dim", bold=False),
        Run(factor(product, decimals[2]), "product_text"),
        Run(f" {sign} ", "dim", bold=False),
        Run(shown(after, places), "output_text"),
    )
