"""Marks as the text of an SVG. Everything that comes from a person is escaped, and what XML forbids is left out."""

from __future__ import annotations

import base64
from collections.abc import Iterable

from ..ui.themes import Colour
from .marks import AnyMark, Bitmap, Box, Group, Outlines, Pierced, Shade, Words

FONT = "IBM Plex Sans, Helvetica, Arial, sans-serif"


def escaped(text: str) -> str:
    """Return a text as XML has it, between tags or in quotes, without the control characters that it forbids."""
    allowed = "".join(
        sign
        for sign in text
        if sign in "\t\n" or (" " <= sign < "\ud800") or ("\ue000" <= sign <= "\ufffd") or sign >= "\U00010000"
    )
    for sign, name in (("&", "amp"), ("<", "lt"), (">", "gt"), ('"', "quot"), ("'", "apos")):
        allowed = allowed.replace(sign, f"&{name};")
    return allowed


class SvgWriter:
    """Writes marks one by one; what they need besides, `defs` has: clips, and one blur for each width."""

    def __init__(self) -> None:
        self.defs: list[str] = []
        self._known: dict[object, str] = {}

    def text_of(self, marks: Iterable[AnyMark]) -> str:
        """Return some marks as elements, one a line."""
        return "\n".join(filter(None, map(self._one, marks)))

    def _one(self, mark: AnyMark) -> str:
        match mark:
            case Group():
                return self._group(mark)
            case Box():
                return _box(mark)
            case Words():
                return _words(mark)
            case Outlines():
                ways = "".join(f"M{' '.join(f'{_n(x)},{_n(y)}' for x, y in part)}Z" for part in mark.parts)
                return f'<path d="{ways}" fill="{_hex(mark.fill)}" fill-rule="evenodd"{_faint(mark.alpha)}/>'
            case Pierced():
                holes = "".join(_hole(*hole, mark.radius) for hole in mark.holes)
                return f'<path d="{_hole(*mark.whole, 0)}{holes}" fill="{_hex(mark.fill)}" fill-rule="evenodd"/>'
            case Shade():
                blur = self._needed(
                    ("blur", mark.blur),
                    '<filter id="{name}" x="-50%" y="-50%" width="200%" height="200%">'
                    f'<feGaussianBlur stdDeviation="{_n(mark.blur / 2)}"/></filter>',
                )
                return f'<rect {_place(mark)} filter="url(#{blur})"{_faint(mark.alpha)}/>'
            case Bitmap():
                data = base64.b64encode(mark.png).decode("ascii")
                sharp = ' style="image-rendering:pixelated"' if mark.sharp else ""
                size = f'x="{_n(mark.x)}" y="{_n(mark.y)}" width="{_n(mark.w)}" height="{_n(mark.h)}"'
                return f'<image {size}{sharp}{_faint(mark.alpha)} href="data:image/png;base64,{data}"/>'
        raise TypeError(f"no mark: {mark!r}")

    def _group(self, group: Group) -> str:
        inner = self.text_of(group.marks)
        moved = f' transform="translate({_n(group.x)} {_n(group.y)})"' if group.x or group.y else ""
        clip = ""
        if group.clip is not None:
            x, y, wide, high = map(_n, group.clip)
            area = f'<rect x="{x}" y="{y}" width="{wide}" height="{high}"/>'
            name = self._needed(("clip", group.clip), f'<clipPath id="{{name}}">{area}</clipPath>')
            clip = f' clip-path="url(#{name})"'
        faint = f' opacity="{_n(group.alpha, 3)}"' if group.alpha < 1 else ""
        return f"<g{moved}{clip}{faint}>\n{inner}\n</g>" if inner else ""

    def _needed(self, key: object, element: str) -> str:
        """Return the name of an element that others refer to; it is written once."""
        if key not in self._known:
            self._known[key] = f"k{len(self._known)}"
            self.defs.append(element.format(name=self._known[key]))
        return self._known[key]


def document(marks: Iterable[AnyMark], size: tuple[int, int], width: int, title: str) -> str:
    """Return a whole SVG: marks drawn in `size` pixels, shown `width` pixels wide."""
    writer = SvgWriter()
    body = writer.text_of(marks)
    high = _n(width * size[1] / size[0], 3)
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{high}" viewBox="0 0 {size[0]} {size[1]}"'
    defs = "<defs>" + "\n".join(writer.defs) + "</defs>\n" if writer.defs else ""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n{head} font-family="{FONT}" xml:space="preserve">\n'
        f"<title>{escaped(title)}</title>\n{defs}{body}\n</svg>\n"
    )


def _box(box: Box) -> str:
    line = ""
    if box.line is not None:
        line = f' stroke="{_hex(box.line)}" stroke-width="{_n(box.thickness)}"'
        line += f' stroke-dasharray="{_n(box.dash)}"' if box.dash else ""
    fill = "none" if box.fill is None else _hex(box.fill)
    return f'<rect {_place(box)} fill="{fill}"{line}{_faint(box.alpha)}/>'


def _hole(x: float, y: float, wide: float, high: float, radius: float) -> str:
    """Return a rectangle with round corners as a part of a path."""
    arc, across, down = _n(radius), _n(wide - 2 * radius), _n(high - 2 * radius)
    if not radius:
        return f"M{_n(x)} {_n(y)}h{across}v{down}h-{across}z"
    to_right, to_left = f"a{arc} {arc} 0 0 1 ", f"a{arc} {arc} 0 0 1 -"
    right = f"M{_n(x + radius)} {_n(y)}h{across}{to_right}{arc} {arc}v{down}{to_left}{arc} {arc}"
    return f"{right}h-{across}{to_left}{arc} -{arc}v-{down}{to_right}{arc} -{arc}z"


def _words(words: Words) -> str:
    bold = ' font-weight="600"' if words.bold else ""
    edge = ""
    if words.edge is not None:
        edge = f' stroke="{_hex(words.edge)}" stroke-width="{_n(words.edge_width)}" stroke-linejoin="round"'
        edge += ' paint-order="stroke"'
    # The width is said, so that another font keeps to it where this one is missing.
    anchor = "" if not words.align else f' text-anchor="{"middle" if words.align < 1 else "end"}"'
    at = f'x="{_n(float(words.x + words.width * words.align))}" y="{_n(words.baseline)}"'
    look = f'font-size="{_n(words.size)}"{bold}{anchor} fill="{_hex(words.colour)}"{edge}{_faint(words.alpha)}'
    width = f'textLength="{_n(words.width)}" lengthAdjust="spacingAndGlyphs"'
    return f"<text {at} {look} {width}>{escaped(words.text)}</text>"


def _place(mark: Box | Shade) -> str:
    arc = f' rx="{_n(mark.radius)}"' if mark.radius else ""
    return f'x="{_n(mark.x)}" y="{_n(mark.y)}" width="{_n(mark.w)}" height="{_n(mark.h)}"{arc}'


def _faint(alpha: float) -> str:
    return f' opacity="{_n(alpha, 3)}"' if alpha < 1 else ""


def _hex(colour: Colour) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour[:3])


def _n(number: float, digits: int = 2) -> str:
    """Return a number as short as it can be said."""
    said = f"{number:.{digits}f}".rstrip("0").rstrip(".") if isinstance(number, float) else str(number)
    return said or "0"
