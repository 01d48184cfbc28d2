"""A lane: patch × kernel = products of one channel, drawn as the large kernel and products are."""

from __future__ import annotations

import pygame

from ...core.convolution import patch_corner
from ...core.result import Result, same_step
from ...core.scenario import Pair
from ...input.intent import Intent
from ...input.walk_intents import BringChannel
from ...play.moment import Moment
from ...play.phases import Phase
from ...session.boards import Board
from ...session.facts.layers import LaneFacts
from ...session.facts.shown import ShownSide
from ...ui.canvas import Canvas
from ...ui.frame import Frame
from ...ui.geometry import Rect
from ...ui.lane_places import Lane
from ...ui.place import GridPlace
from ...ui.themes import Colour
from ...ui.widgets.base import Answer, Widget
from ...ui.widgets.label import draw_veil
from ...words.texts import text
from ..card_faces import Decimals, patch_faces_of
from ..colours import QUIET_CELLS, lit_alike, quiet_share, quieted
from ..grids import Kernel, ended, products_of
from ..image_picture import pixel_holes
from ..marks import marks
from ..numbers import NumberLook
from ..padding_cells import FLAT_PADDING, draw_nothing, draw_padding
from ..pencil import Pencil
from ..pooled import padding_text, places_of
from ..still import empty_surface, spread, write_texts
from .badge import badge
from .looks import LaneLooks


class LanePatch(Widget, kw_only=True):
    """The pixels of a channel that the kernel covers, with their numbers; empty cells while nobody may know them.

    quiet: as in `colours.quieted`.
    """

    place: GridPlace
    result: Result
    step: int
    look: NumberLook
    decimals: Decimals
    placed: bool
    quiet: float = 0.0

    opaque = True

    def changes(self, before: Widget) -> tuple[Rect, ...]:
        """Return nothing where only pixels have been painted that the kernel does not cover."""
        if not isinstance(before, LanePatch) or before.changed(result=self.result) != self:
            return super().changes(before)
        then, now = before.result, self.result
        alike = lit_alike(then.scenario, now.scenario) and same_step(then, now, self.step)
        return () if alike else super().changes(before)

    def draw(self, canvas: Canvas) -> None:
        """Draw the cells as the image's are drawn; what lies in the padding has a dashed line."""
        place, surface = self.place, canvas.surface
        if not self.placed:
            surface.blit(empty_surface(canvas, place), self.rect[:2])
            return
        surface.blit(self._picture(canvas), self.rect[:2])

    def _picture(self, canvas: Canvas) -> pygame.Surface:
        """Return the cells with their numbers; kept, since rings come and go over them."""
        place, faces, padding = (
            self.place,
            patch_faces_of(self.result, self.step, canvas.theme, self.decimals),
            self._padding(),
        )
        repeated, nothing = self.result.scenario.layer.padding.repeats, self._nothing(padding)
        quiet = quiet_share(self.quiet, canvas.theme)

        def make() -> pygame.Surface:
            colours = quieted(faces.gray.reshape(place.rows, place.columns, 3), self.quiet, canvas.theme)
            picture = spread(colours, place)
            picture.blit(_holes(canvas, place), (0, 0))
            on, texts = canvas.onto(picture), faces.texts
            write_texts(on, place, texts, colours, self.look, (0, 0))
            for which, (row, column) in enumerate(padding):
                index, corner = row * place.columns + column, (place.edge(column), place.edge(row))
                (red, green, blue), square = colours[row, column].tolist(), Rect(*corner, place.side, place.side)
                if nothing:
                    draw_nothing(on, square, place, self.look, nothing[which])
                    continue
                said = None if faces.pixels[index] or repeated else canvas.theme.padding_text
                if repeated:  # each of another colour
                    draw_padding(on, square, place, self.look, texts[index], (red, green, blue), said)
                    continue
                picture.blit(_padding_cell(canvas, place, self.look, texts[index], (red, green, blue), said), corner)
            return picture

        return canvas.kept(("lane patch", faces, place.rect[2:], self.look, padding, nothing, quiet), make)

    def _nothing(self, padding: tuple[Pair, ...]) -> tuple[str, ...]:
        """Return what a pooling has in these cells, where no pixel is."""
        scenario = self.result.scenario
        pooling = scenario.layer.pooling
        if pooling is None or not padding:
            return ()
        places = places_of(scenario, self._cell)
        return tuple(padding_text(scenario, pooling, places[row * self.place.columns + col]) for row, col in padding)

    @property
    def _cell(self) -> Pair:
        """The output cell that the patch makes; at the end the last one."""
        row, column = divmod(min(self.step, self.result.output.size - 1), self.result.output.shape[1])
        return row, column

    def _padding(self) -> tuple[Pair, ...]:
        """Return the cells that lie in the padding, where they are large enough to be told from others."""
        scenario, place = self.result.scenario, self.place
        if not any(map(any, scenario.layer.padding.sides)) or place.pitch < FLAT_PADDING:
            return ()
        (top, left), (down, across) = patch_corner(scenario, self._cell), scenario.dilation
        high, wide = scenario.image_size
        rows = [row for row in range(place.rows) if not 0 <= top + row * down < high]
        columns = [column for column in range(place.columns) if not 0 <= left + column * across < wide]
        if not (rows or columns):  # as on most of the way
            return ()
        cells = ((row, column) for row in range(place.rows) for column in range(place.columns))
        return tuple(cell for cell in cells if cell[0] in rows or cell[1] in columns)


def _holes(canvas: Canvas, place: GridPlace) -> pygame.Surface:
    """Return what lies over the grays of every patch of a size; kept, for each step has other grays."""
    key = ("patch holes", place.rows, place.columns, place.pitch)
    return canvas.kept(key, lambda: pixel_holes(canvas, place))


def _padding_cell(
    canvas: Canvas, place: GridPlace, look: NumberLook, words: str, colour: Colour, said: Colour | None
) -> pygame.Surface:
    """Return a padding pixel of a patch; kept, since with one value in the padding all look alike."""

    def make() -> pygame.Surface:
        surface = pygame.Surface((place.side, place.side)).convert()
        draw_padding(canvas.onto(surface), Rect(0, 0, place.side, place.side), place, look, words, colour, said)
        return surface

    return canvas.kept(("patch padding", place.pitch, look, words, colour, said), make)


def patch_of_side(side: ShownSide, moment: Moment, place: GridPlace, look: NumberLook) -> LanePatch:
    """Return the patch of a side in the place of its products, which a pooling has not."""
    return LanePatch(
        name="grid products",
        rect=place.rect,
        place=place,
        result=side.result,
        step=moment.step,
        look=look,
        decimals=side.boards.decimals,
        placed=side.placed,
    )


class Veil(Widget, kw_only=True):
    """What makes a lane quiet that is not in work."""

    def draw(self, canvas: Canvas) -> None:
        """Lay the ground's colour over the lane, so much that its numbers stay legible; its cells are quieter."""
        draw_veil(canvas, self.rect, canvas.theme.ground, canvas.theme.veil)


class LaneHand(Widget, kw_only=True):
    """A lane that is not in front, as hands meet it: a press brings its channel forward, where it can be edited."""

    intents: tuple[Intent, ...]

    captures = True

    def press(self, x: float, y: float) -> Answer:
        """Bring the channel forward."""
        del x, y
        return self.intents


def lane(
    frame: Frame, facts: LaneFacts, place: Lane, board: Board, looks: LaneLooks, quiet: bool, front: bool, placed: bool
) -> tuple[Widget, ...]:
    """Return the widgets of a lane. quiet: another one is in work. front: its kernel and products are the stage's.

    board: of its kernel. placed: it may be known where the kernel stands.
    """
    moment, name = facts.moment, f"lane {facts.letter}"
    share = QUIET_CELLS if quiet else 0.0
    found: list[Widget] = [
        LanePatch(
            name=f"{name} patch",
            rect=place.patch.rect,
            place=place.patch,
            result=facts.result,
            step=moment.step,
            look=looks.patch,
            decimals=looks.written,
            placed=placed,
            quiet=share,
        ),
    ]
    if place.kernel.pitch or len(facts.result.scenario.channels) > 1:  # a pooling of one channel has nothing to tell
        found.insert(0, badge(frame, f"{name} badge", place.badge, facts.letter, lit=not quiet))
    if place.kernel.pitch:
        found.extend(_multiplied(frame, facts, place, board, looks, front, share))
    if quiet:
        found.append(Veil(name=f"{name} veil", rect=place.rect))
    return tuple(found)


def _multiplied(
    frame: Frame, facts: LaneFacts, place: Lane, board: Board, looks: LaneLooks, front: bool, quiet: float
) -> tuple[Widget, ...]:
    """Return what stands behind a lane's patch: × kernel = products."""
    name, kernel = f"lane {facts.letter}", place.kernel
    products = products_of(facts.result, facts.moment, place.products, looks.products, looks.written)
    products = products.changed(quiet=quiet)
    if facts.done and facts.moment.products is None:  # at the walk's end, where the sums of its last step stand, too
        products = ended(products, facts.moment)
    return (
        Kernel(
            name="grid kernel" if front else f"{name} kernel",
            rect=kernel.rect,
            place=kernel,
            board=board,
            look=looks.kernel,
            quiet=quiet,
        ),
        products if front else products.changed(name=f"{name} products"),
        *_signs(frame, name, place),
    )


def _signs(frame: Frame, name: str, place: Lane) -> tuple[Widget, ...]:
    """Return × and = between the grids."""
    size = frame.size(30)
    return (
        frame.label(f"{name} times", place.times, text("lanes.times"), size, "dim", bold=True, align=0.5),
        frame.label(f"{name} equals", place.equals, text("lanes.equals"), size, "dim", bold=True, align=0.5),
    )


def lane_rings(facts: LaneFacts, place: Lane, front: bool) -> tuple[Widget, ...]:
    """Return the rings around the term that is in work in a lane; of the one in front, the stage's own are others'."""
    term, adding = facts.moment.term, facts.moment.phase is Phase.SUM
    if term is None or not facts.work:
        return ()
    places = {} if adding else {"patch": place.patch}
    if not front:
        places |= {"products": place.products} if adding else {"kernel": place.kernel, "products": place.products}
    cell = divmod(term, place.patch.columns)
    found = (marks(f"term {part} {facts.letter}", Pencil(grid), (cell,)) for part, grid in places.items())
    return tuple(ring for rings in found for ring in rings)


def hand(frame: Frame, facts: LaneFacts, place: Lane) -> LaneHand:
    """Return what answers the pointer on a lane that is not in front."""
    about = text("lanes.channel.tip", channel=facts.letter)
    met = frame.met(f"lane {facts.letter}", place.rect)
    return LaneHand(**met, about=about, intents=(BringChannel(facts.channel),))
