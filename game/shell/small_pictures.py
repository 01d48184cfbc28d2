"""Small pictures of photos in the Open sheet: each is read in a process, one after another, and nobody waits for it."""

from __future__ import annotations

from pathlib import Path

from ..core.grid import Grid
from ..files.errors import FileProblem
from ..files.opening import THUMBNAIL, holds_picture
from ..files.picture import Picture
from ..files.picture_reading import PictureReading
from ..input.effects import OpenPath
from ..ui.offers import Offer, Offers, Thumbnail

SECONDS = 8.0
"""Seconds that one of them may take; whoever opens it is given more."""


class SmallPictures:
    """Reads them for the offers that have none yet. Ask with `poll` while there is any.

    wanted: the files of those that are being read, or are yet to be.
    """

    def __init__(self) -> None:
        self._reading: PictureReading | None = None
        self.wanted: list[str] = []

    def begin(self, offers: Offers) -> None:
        """Want those of the pictures among the files opened last that were not looked into."""
        self.close()
        self.wanted = [path for path in map(_path_of, offers.recent) if path and _is_picture(path)]

    def poll(self, offers: Offers) -> Offers:
        """Return the offers, with the small picture that has been read meanwhile."""
        if self._reading is None:
            if self.wanted:
                self._reading = PictureReading(Path(self.wanted[0]), max(THUMBNAIL), SECONDS)
            return offers
        found = self._reading.poll()
        if found is None:
            return offers
        self._reading = None
        path = self.wanted.pop(0)
        if isinstance(found, FileProblem):  # opening it says what is wrong
            return offers
        small = (Thumbnail(_shades(found)),)
        recent = (each.changed(thumbnails=small, icon="") if _path_of(each) == path else each for each in offers.recent)
        return offers.changed(recent=tuple(recent))

    def close(self) -> None:
        """End it."""
        self.wanted = []
        if self._reading is not None:
            self._reading.close()
            self._reading = None


def _path_of(offer: Offer) -> str:
    """Return the file of an offer that has no small picture; "" for others."""
    opens = [intent.path for intent in offer.intents if isinstance(intent, OpenPath)]
    return opens[0] if opens and not offer.thumbnails else ""


def _is_picture(path: str) -> bool:
    try:
        return holds_picture(Path(path))
    except FileProblem:
        return False


def _shades(picture: Picture) -> Grid:
    """Return the pixels as shades 0 … 1, in colour where the picture is."""
    shades: Grid = picture.pixels / picture.white
    return shades if picture.in_colour else shades[:, :, 0]
