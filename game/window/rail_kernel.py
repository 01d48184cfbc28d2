"""What the rail has of names: the lists of images and of kernels, and what can be done with the kernel."""

from __future__ import annotations

from ..core.scenario import Pair
from ..input.scenario_intents import KernelAction
from ..session.facts.rail import RailFacts, StillRail
from ..session.naming import named
from ..ui.frame import Frame
from ..ui.geometry import Rect
from ..ui.widgets.button import Button
from ..ui.widgets.select import Select
from ..words.numbers import size_text
from ..words.texts import text
from .actions import Action, action_button
from .scrolling import Column, row_height

SHORT_NAME, LONG_NAME = 12, 20  # letters of the name of a picture at most: in a head, and in its field


def name_select(name: str, words: str, facts: StillRail, frame: Frame, column: Column) -> Select:
    """Return the field that opens a list of names, of images or of kernels."""
    return Select(
        **frame.met(name, column.take(row_height(frame), frame.px(12))),
        about=text(f"tooltip.{name}"),
        shown=words,
        size=frame.size(21),
        opened=facts.opened == name,
    )


def image_select(facts: RailFacts, frame: Frame, column: Column) -> tuple[Select, ...]:
    """Return the field that opens the list of images; none where a tour hides it."""
    if "image" in facts.hidden:
        return ()
    return (name_select("image", image_name(facts, LONG_NAME), facts, frame, column),)


def image_name(facts: RailFacts, most: int) -> str:
    """Return what the image is called: of a picture that is kept by its file's name, in so many characters at most."""
    if facts.resolution is None or facts.image[0] or not facts.resolution.name:
        return named("image", *facts.image)
    from .rail_resolution import cut_in_the_middle  # most images are of no picture

    return cut_in_the_middle(facts.resolution.name, most)


def size_and_name(size: Pair, called: str) -> str:
    """Return a size, and what an image or a kernel of that size is called."""
    return text("rail.named", size=size_text(size), name=called)


def kernel_select(facts: StillRail, frame: Frame, column: Column) -> tuple[Select, ...]:
    """Return the field that opens the list of kernels; what a pooling slides over the image has no name."""
    if "kernel" in facts.hidden or facts.layer.pooling is not None:
        return ()
    return (name_select("kernel", _kernel_name(facts), facts, frame, column),)


def _kernel_name(facts: StillRail) -> str:
    """Return what the kernel is called; of several filters, with the one in front."""
    words = named("kernel", *facts.kernel)
    layer = facts.layer
    return words if layer.filters == 1 else text("rail.filter", filter=layer.filter + 1, name=words)


def kernel_actions(facts: StillRail, frame: Frame, column: Column) -> tuple[Button, ...]:
    """Return what can be done with the kernel: buttons that share a row, each as wide as its word wants it."""
    if not facts.kernel_actions:
        return ()
    place = column.take(max(frame.px(40), 26), frame.px(14))
    gap, size = frame.px(6), frame.size(18)
    actions = [_kernel_action(name, reason) for name, reason in facts.kernel_actions]
    wide = [frame.type.width(action.label, size, True) + frame.px(16) for action in actions]
    spare = (place.w - (len(wide) - 1) * gap - sum(wide)) / len(wide)
    buttons: list[Button] = []
    x = float(place.x)
    for action, width in zip(actions, wide, strict=True):
        rect = Rect.of(x, place.y, width + spare, place.h)
        buttons.append(action_button(frame, action, rect, "field", size))
        x += width + spare + gap
    return tuple(buttons)


def _kernel_action(name: str, reason: str | None) -> Action:
    words = text(f"tooltip.{name.replace(' ', '_')}")
    why = text(f"reason.{reason}") if reason else None
    return Action(f"kernel {name}", "", words, KernelAction(name), text(f"action.{name}"), why)
