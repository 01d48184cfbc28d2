"""Runs of cells: those from one index to another in row order, as what comes or goes with the walk is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..ui.geometry import Rect

if TYPE_CHECKING:
    import pygame

    from ..ui.place import GridPlace


def run_of(place: GridPlace, first: int, last: int) -> tuple[Rect, ...]:
    """Return the squares of cells first … last − 1 as few rectangles: a begun row, whole rows, and an unended one."""
    columns, pitch, rects = place.columns, place.pitch, []
    while first < last:
        row, column = divmod(first, columns)
        if column or last - first < columns:
            wide, high = min(columns - column, last - first), 1
        else:
            wide, high = columns, (last - first) // columns
        rects.append(Rect(place.x + column * pitch, place.y + row * pitch, wide * pitch, high * pitch))
        first += wide * high
    return tuple(rects)


def blit_run(surface: pygame.Surface, picture: pygame.Surface, place: GridPlace, first: int, last: int) -> None:
    """Copy the cells first … last − 1 from a picture of the whole grid to their places."""
    for rect in run_of(place, first, last):
        surface.blit(picture, rect[:2], (rect.x - place.x, rect.y - place.y, rect.w, rect.h))
