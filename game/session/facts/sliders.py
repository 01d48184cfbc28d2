"""The facts of the rail's sliders: what each quantity is, and what it may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.known import Slide
from ...core.limits import Range
from ...core.padding import Padding
from ...core.quantities import Quantity, sliding
from ...core.scenario import Pair
from ...value import Value
from ..allowed import range_on

if TYPE_CHECKING:
    from ...core.pooling import Pooling


class SliderFacts(Value):
    """Of a quantity: what it is, whether its rows and columns are linked, and what it may be, on both axes or each.

    padding: all four sides of it and what stands there, which may limit the quantity, or be it.
    pooling: it is a window's, not a kernel's. transposed: it is of stamps, whose padding is cut off.
    whole_image: the kernels are as large as the image.
    """

    quantity: Quantity
    pair: Pair
    linked: bool
    allowed: tuple[Range, ...]
    in_tour: bool
    padding: Padding
    pooling: Pooling | None = None
    transposed: bool = False
    whole_image: bool = False


def slider_facts(
    slide: Slide, other: Slide | None, linked: frozenset[str], locked: frozenset[str] | None, hidden: frozenset[str]
) -> tuple[SliderFacts, ...]:
    """Return the facts of the sliders that are not hidden; `other`: of the side beside, locked: None without a tour."""
    layer = slide.like.layer
    return tuple(
        SliderFacts(
            quantity=each,
            pair=slide.like.chosen(each.key),
            linked=each.name in linked,
            allowed=tuple(
                range_on(slide, other, each, axes, locked or frozenset())
                for axes in (((0, 1),) if each.name in linked else ((0,), (1,)))
            ),
            in_tour=locked is not None,
            padding=layer.chosen_padding,
            pooling=layer.pooling,
            transposed=layer.is_transposed,
            whole_image=layer.whole_image,
        )
        for each in sliding()
        if each.name not in hidden
    )
