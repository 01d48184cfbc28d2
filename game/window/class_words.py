"""What the maps of a last layer stand for: classes, counted from 0 as digits are, where maps are from 1."""

from __future__ import annotations

from ..words.texts import text


def with_class(words: str, classes: str, filter_number: int) -> str:
    """Return words about a filter, or its map, with the class that it stands for.

    classes: "digit" or "class", "" where they stand for none; see `LayerFacts`. filter_number: from 0.
    """
    return text("class.named", what=words, which=class_words(classes, filter_number)) if classes else words


def class_words(classes: str, filter_number: int) -> str:
    """Return what a class is called."""
    return text(f"class.{classes}", number=filter_number)
