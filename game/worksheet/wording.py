"""The words of a worksheet: those of the table, or a teacher's own; and what is said of a setting."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ..core.padding import Padding
from ..value import Value
from ..words.numbers import full, number, pair_text, size_text
from ..words.worksheet_texts import WORKSHEET_TEXTS
from .kind import Kind


class Wording(Value):
    """Texts by their names; `own` ones go before those of the table."""

    own: Mapping[str, str] = MappingProxyType({})

    def of(self, name: str, /, **values: object) -> str:
        """Return a text with its values in place. Braces of a teacher's text that mean nothing stay as they are."""
        words = self.own.get(name, WORKSHEET_TEXTS[name])
        for key, value in values.items():
            words = words.replace(f"{{{key}}}", str(value))
        return words

    def first(self, *names: str, **values: object) -> str:
        """Return the first of these texts that there is."""
        return self.of(next(name for name in names if name in WORKSHEET_TEXTS), **values)


def written(value: float) -> str:
    """Return a number as a worksheet has it: whole, or to one decimal."""
    return full(value) if float(value).is_integer() else number(value, 1)


def setting_of(kind: Kind, wording: Wording, *, pixels: bool = False, contents: bool = True) -> str:
    """Return the setting in words.

    pixels: with the sizes of image and kernel before it. contents: with what stands in the padding.
    """
    parts = [wording.of("set.pixels", size=size_text(kind.size))] if pixels else []
    if kind.is_pooling:
        parts.append(wording.of("set.window", size=size_text(kind.window)))
    elif pixels:
        parts.append(wording.of("set.kernel", size=size_text(kind.window)))
    parts.append(wording.of("set.stride", stride=pair_text(kind.stride)))
    parts.append(_padding(kind, wording, contents=contents))
    if kind.dilation != (1, 1):
        parts.append(wording.of("set.dilation", dilation=pair_text(kind.dilation)))
    if kind.output_padding != (0, 0):
        parts.append(wording.of("set.output_padding", more=pair_text(kind.output_padding)))
    parts += _of_pooling(kind, wording, contents=contents)
    return ", ".join(parts)


def begun(words: str) -> str:
    """Return a text with a capital at its beginning."""
    return words[:1].upper() + words[1:]


def is_padded(padding: Padding) -> bool:
    """Say whether there is any."""
    return any(amount for side in padding.sides for amount in side)


def _padding(kind: Kind, wording: Wording, *, contents: bool) -> str:
    padding = kind.padding
    if not is_padded(padding):
        return wording.of("set.no_padding")
    if padding.alike is None:
        sides = {name: getattr(padding, name) for name in ("top", "bottom", "left", "right")}
        words = wording.of("set.padding.sides", **sides)
    else:
        words = wording.of("set.padding", padding=pair_text(padding.alike))
    if kind.is_transposed:
        return wording.of("set.cut", padding=words)
    mode = padding.mode if contents else "zeros"
    return wording.of(f"set.padding.{mode}", padding=words, value=written(padding.value))


def _of_pooling(kind: Kind, wording: Wording, *, contents: bool) -> list[str]:
    """Return what is to be known of a pooling beside its sizes."""
    found = [wording.of("set.ceil")] if kind.ceil else []
    if kind.is_pooling and contents and is_padded(kind.padding):
        averaged = "set.count_padding" if kind.count_padding else "set.uncounted"
        found.append(wording.of("set.never" if kind.operation == "max pooling" else averaged))
    return found
