"""The whole strip: the band, a card for the image and for each layer, the arrows between, and what moves them."""

from __future__ import annotations

from ...core.chained import layers_of, source_of
from ...core.receptive import tables_of
from ...input.intent import Cell, Control
from ...session.facts.strip import StripFacts
from ...ui.canvas import Canvas
from ...ui.frame import Frame
from ...ui.geometry import Rect
from ...ui.stage import Stage
from ...ui.strip_places import StripPlaces, band_of, cards_in, view_of
from ...ui.widgets.base import Widget
from ...ui.widgets.label import Area, Picture
from ...ui.widgets.stepping import with_neighbours
from ...value import Single, Value
from ...window.scrolling import Scroller
from ..frame import Keeper, ShownFrame, StillFrame
from .card import StripCard
from .cards import (
    UNKNOWN,
    UPRIGHT,
    WIDE,
    Made,
    Seat,
    largest_of,
)
from .making import UNMADE, Card, follows_from, layer_card, layer_told, source_card, source_told


class StripScroller(Scroller, kw_only=True):
    """What moves the cards along by the wheel; a line at the band's foot shows how far they are."""

    def draw(self, canvas: Canvas) -> None:
        """Draw the line, where there is more than fits."""
        if self.most <= 0:
            return
        whole = self.rect.w + self.most * self.unit
        length, high = self.rect.w * self.rect.w / whole, self.px(3)
        x = self.rect.x + (self.rect.w - length) * self.offset / self.most
        canvas.rounded(Rect.of(x, self.rect.bottom - high, length, high), high / 2, canvas.theme.edge)


def strip_view(frame: ShownFrame, keep: Keeper, places: Stage | None = None) -> tuple[Widget, ...]:
    """Return the strip of what a frame shows; places: of the large grids, where they are level, else None."""
    facts = frame.still.strip
    if facts is None:
        return ()
    asked = dict(frame.still.interface.scroll).get(f"strip {facts.focus}")
    bare = keep(_row, keep(_alike, facts, keep.frame), keep.frame, asked)
    told = keep(_told, bare, facts, keep.frame)
    widgets = keep(_with_focus, told, facts, keep.frame, made_in(frame))
    return (*widgets, *_learned(frame, widgets, keep), *_marks(frame, facts, widgets, places, keep))


def _learned(frame: ShownFrame, widgets: tuple[Widget, ...], keep: Keeper) -> tuple[Widget, ...]:
    """Return how well the network reads, in Present while it may learn."""
    train = frame.still.rail.train
    if train is None or not train.on or not frame.layout.presenting or frame.still.wall is not None:
        return ()
    from .learned import learned_words  # few networks learn

    return keep(learned_words, train, keep.frame, widgets)


def _marks(
    frame: ShownFrame, facts: StripFacts, widgets: tuple[Widget, ...], places: Stage | None, keep: Keeper
) -> tuple[Widget, ...]:
    """Return the receptive field of the cell that is pointed at, while nothing of it is a question's.

    One that is pointed at in the strip is lit on the large grids, too; those have marks of their own else.
    """
    cell = cell_told(frame, facts)
    if cell is not None:
        from .field import field_marks, fields_in, stands_of  # here and below: not before something is pointed at

        found = keep(fields_in, frame.side.result, cell)
        return () if found is None else keep(field_marks, stands_of(widgets), found)
    hover, pointer = frame.still.interface.hover, frame.shown.pointer
    layer = hover.name if isinstance(hover, Control) and hover.name.startswith("layer ") else ""
    if not layer or pointer is None or not tells_fields(frame, facts):
        return ()
    from .field import field_marks, fields_over, front_of, grid_marks, pointed_in_strip, stands_of

    at, scenario = pointed_in_strip(widgets, layer, pointer), frame.side.result.scenario
    if at is None:
        return ()
    fields = keep(fields_over, keep(tables_of, layers_of(scenario), source_of(scenario).shape), *at)
    large = () if places is None else keep(grid_marks, fields, front_of(scenario), places, frame.unit)
    return (*keep(field_marks, stands_of(widgets), fields), *large)


def tells_fields(frame: StillFrame, facts: StripFacts) -> bool:
    """Tell whether receptive fields may be told: while nothing of the network is a question's."""
    return frame.side.told and all(layer.shape is not None for layer in facts.layers)


def cell_told(frame: StillFrame, facts: StripFacts) -> Cell | None:
    """Return the cell that is pointed at, if its receptive field may be told."""
    pointed = frame.side.pointed
    return pointed if isinstance(pointed, Cell) and tells_fields(frame, facts) else None


def made_in(frame: ShownFrame) -> Made:
    """Return how far the walk of the layer in focus is."""
    lanes, moment, scenario = frame.shown.lanes[0], frame.shown.moments[0], frame.side.result.scenario
    if lanes is not None:
        return Made(lanes.made, scenario.filter)
    filters = scenario.layer.filters
    return Made((moment.made,) if filters == 1 else (0,) * filters, scenario.filter)


class _Facts(Value):
    """Facts that equal others of which all stands in the same places, whatever their numbers. alike: what decides."""

    facts: StripFacts
    alike: tuple[object, ...]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Facts) and other.alike == self.alike

    __hash__ = Value.__hash__


def _alike(facts: StripFacts, frame: Frame) -> _Facts:
    shapes = tuple([grid.shape for grid in facts.image]), facts.focus
    return _Facts(facts, (*shapes, *(follows_from(layer, frame) for layer in facts.layers)))


class _Row(Single):
    """What of the strip follows from all but the walk, and at first from all but numbers.

    widgets: all of it, the card of the layer in focus as before its walk. cards: which of them are cards, that of the
    source image first. seat: the room of the cards.
    """

    widgets: tuple[Widget, ...]
    cards: tuple[int, ...]
    seat: Seat

    def with_cards(self, cards: dict[int, StripCard]) -> tuple[Widget, ...]:
        """Return all widgets, with others in the place of some."""
        return tuple([cards.get(index, widget) for index, widget in enumerate(self.widgets)])


def _row(given: _Facts, frame: Frame, asked: float | None) -> _Row:
    """Return the strip in its room, without numbers; asked: how far it is moved by hand, in units, or None."""
    unit, bare, focus = frame.unit, not frame.layout.strip_pictures, given.facts.focus
    band = band_of(frame.layout.strip, unit, bare)
    places, cards, seat = _placed(given.facts, frame, view_of(band, unit, bare), asked)
    found: list[Widget] = []
    for (_, card), place in zip(cards, places.cards, strict=True):
        if place.arrow is not None:
            side = min(frame.px(20), place.arrow.w)
            name = f"strip arrow {place.arrow.x}"
            sign = Picture(name=name, rect=place.arrow.centred(side, side), unit=unit, icon="arrow-right")
            found.append(sign.changed(clip=places.view))
        found.append(card(place.rect).changed(clip=places.view))
    area, offset, most = f"strip {focus}", places.offset / unit, places.most / unit
    scroller = StripScroller(name="strip scroll", rect=band, unit=unit, area=area, offset=offset, most=most)
    ground = Area(name="strip", rect=frame.layout.strip, unit=unit, role="ground")
    lane = Area(name="strip band", rect=band, unit=unit, role="panel", radius=frame.px(10))
    whole = (ground, lane, *with_neighbours(found), scroller)
    return _Row(whole, tuple(index for index, one in enumerate(whole) if isinstance(one, StripCard)), seat)


def _told(row: _Row, facts: StripFacts, frame: Frame) -> _Row:
    """Return the strip with the numbers of all but the layer in focus."""
    first, *others = row.cards
    found = {first: source_told(_card(row, first), facts)}
    for index, layer in zip(others, facts.layers, strict=True):
        if not layer.is_focus:
            found[index] = layer_told(_card(row, index), layer, frame, row.seat, UNMADE)
    return row.changed(widgets=row.with_cards(found))


def _with_focus(row: _Row, facts: StripFacts, frame: Frame, made: Made) -> tuple[Widget, ...]:
    """Return the strip with the layer in focus as far as its walk is."""
    index = row.cards[facts.focus + 1]
    return row.with_cards({index: layer_told(_card(row, index), facts.layers[facts.focus], frame, row.seat, made)})


def _card(row: _Row, index: int) -> StripCard:
    card = row.widgets[index]
    if not isinstance(card, StripCard):
        raise TypeError("image and layers have cards")
    return card


def _placed(facts: StripFacts, frame: Frame, view: Rect, asked: float | None) -> tuple[StripPlaces, list[Card], Seat]:
    """Return where the cards stand, what makes them, and their room.

    Where they would not fit else words are left out, then kernels, for image and shares say more; then classes are
    closer.
    """
    unit, met = frame.unit, _met(frame, len(facts.layers))
    hand = None if asked is None else asked * unit
    most, classes = WIDE * unit, (facts.layers[-1].shape or UNKNOWN)[0]
    seat = Seat(view.h, largest_of(facts), not frame.layout.strip_pictures, most, UPRIGHT * unit)
    places, cards = _cards(facts, frame, seat, view, hand, met)
    learns = any(layer.kernels for layer in facts.layers)
    if places.most and learns:
        seat = seat.changed(short=True)
        places, cards = _cards(facts, frame, seat, view, hand, met)
    if places.most and learns:
        seat = seat.changed(kernels=False)
        places, cards = _cards(facts, frame, seat, view, hand, met)
    if places.most:
        seat = seat.closer(places.most / classes, unit)
        places, cards = _cards(facts, frame, seat, view, hand, met)
    return places, cards, seat


def _cards(
    facts: StripFacts, frame: Frame, seat: Seat, view: Rect, hand: float | None, met: int | None
) -> tuple[StripPlaces, list[Card]]:
    """Return the cards, and where they stand; none is wider for its numbers, or for its walk."""
    cards = [source_card(facts, frame, seat), *(layer_card(one, frame, seat) for one in facts.layers)]
    return cards_in(view, frame.unit, [wide for wide, _ in cards], facts.focus + 1, hand, met), cards


def _met(frame: Frame, count: int) -> int | None:
    """Return which card has the ring of the keys."""
    names = ("layer image", *(f"layer {number}" for number in range(1, count + 1)))
    return names.index(frame.ringed) if frame.ringed in names else None
