"""The facts of what is not in every window: lists and settings that are open, a tour's panel, the Stack's controls."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ...core.activations import OF_A_SUM
from ...core.scenario import Scenario
from ...files.settings import Settings
from ...input.intent import Cell, GridName, Target
from ...play.choices import HOME
from ...value import Value
from ..interface import PANELS, Toast
from ..predict import Secrecy
from ..state import StillState, TourRun
from ..tour import spoken_of, texts_of, words_of
from .around import BarFacts, bar_facts
from .rail import kernel_name_of

if TYPE_CHECKING:
    from .layer_panels import KernelMapFacts, PaddingFacts


class NamesFacts(Value):
    """Of names (`kind`: of images, kernels, activations): which is shown, and all, each with why it cannot be chosen.

    A reason is the name of its sentence, "" where it can be chosen. The forms of a copied layer are known.
    """

    kind: str
    chosen: str
    offered: tuple[tuple[str, str], ...]


class SettingsFacts(Value):
    """Of the settings: what each is now, how far their panel is scrolled, in units, and whether a picture is kept."""

    now: Settings
    scrolled: float
    pictured: bool = False


class SeldomFacts(NamedTuple):
    """What is not in every window: the layers of the Stack view, a tour, and what is open."""

    stack: StackFacts | None
    tour: TourFacts | None
    opened: OpenedFacts


def seldom_facts(state: StillState, secrecy: Secrecy) -> SeldomFacts:
    """Return the facts of what is there now."""
    interface = state.interface
    stack = stack_facts(state) if interface.stacked else None
    tour = None if state.tour is None else tour_facts(state.tour)
    sheet = SheetFacts(interface.scrolled(f"{interface.sheet} sheet"), interface.toasts, interface.help_filter)
    return SeldomFacts(stack, tour, OpenedFacts(sheet, _items(state, secrecy), _of_the_layer(state)))


class OpenedFacts(Value):
    """Of what is open over the window, in a list what its items are about: names, the menu, a cell, or the settings.

    layer: what a panel shows of it.
    """

    sheet: SheetFacts
    items: NamesFacts | BarFacts | Cell | SettingsFacts | None
    layer: KernelMapFacts | PaddingFacts | None


def _items(state: StillState, secrecy: Secrecy) -> NamesFacts | BarFacts | Cell | SettingsFacts | None:
    """Return what the items of the open list are about; names are those of the side in focus."""
    name, scenario = state.interface.popup, state.work.of(state.compare.focus)
    if name == "image":
        return NamesFacts(name, scenario.image_name, _images(scenario))
    if name == "kernel":
        return NamesFacts(name, kernel_name_of(state.result_of(state.compare.focus)), _kernels(scenario))
    if name == "operation":
        return NamesFacts(name, *_operations(scenario))
    if name == "activation":
        return NamesFacts(name, scenario.layer.activation, tuple((each, "") for each in OF_A_SUM))
    if name == "copy as":
        return NamesFacts(name, "", ())
    if name == "menu":
        return bar_facts(state, secrecy)
    if name == "view":
        pictured = state.scenario.picture is not None
        return SettingsFacts(state.settings, state.interface.scrolled(PANELS["view"]), pictured)
    return state.interface.popup_cell


def _operations(scenario: Scenario) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return what the layer does, and all that one can do."""
    from ...core.operation_change import OPERATIONS, operation_of

    return operation_of(scenario), tuple((each, "") for each in OPERATIONS)


def _images(scenario: Scenario) -> tuple[tuple[str, str], ...]:
    """Return the names of images, gray ones before those in colour."""
    from ...core.channels import NAMES, reason_against  # here and below: the lists are seldom open

    return tuple((name, reason_against(name, scenario.image_size) or "") for name in NAMES)


def _kernels(scenario: Scenario) -> tuple[tuple[str, str], ...]:
    """Return the names of kernels, and then those of sets of filters."""
    from ...core import filter_sets, kernels
    from ...core.counts import set_reason

    size = scenario.kernel_size
    single = tuple((name, kernels.reason_against(name, size) or "") for name in kernels.NAMES)
    return *single, *((name, set_reason(scenario, name) or "") for name in filter_sets.NAMES)


def _of_the_layer(state: StillState) -> KernelMapFacts | PaddingFacts | None:
    """Return the facts of the open panel about the layer."""
    name = state.interface.popup
    if name not in ("kernel map", "padding sides"):
        return None
    from .layer_panels import kernel_map_facts, padding_facts  # few panels are about it

    return kernel_map_facts(state) if name == "kernel map" else padding_facts(state)


class SheetFacts(Value):
    """Of a sheet: how far it is scrolled, in units, the toasts at its foot, and what is typed into the help."""

    scrolled: float
    toasts: tuple[Toast, ...]
    typed: str


class StackFacts(Value):
    """Of what the stage has for the Stack view; `untouched`: nobody has looked around yet."""

    compares: bool
    reduced_motion: bool
    turning: bool
    untouched: bool


def stack_facts(state: StillState) -> StackFacts:
    """Return the facts of the controls of the Stack view."""
    interface = state.interface
    untouched = interface.camera.changed(gap=HOME.gap).is_home and not interface.turning
    return StackFacts(state.compare.on, state.settings.reduced_motion, interface.turning, untouched)


class TourFacts(Value):
    """Of the panel of a tour.

    index, stops: which stop it is, from 0, of how many. words: its task, or what is said once that is done or shown.
    finished: it was done once. opened: its text is open, where it is folded to a line.
    done, shown: its task is. passed: nothing could be shown in its place.
    spoken: what the stop speaks of. texts: what may stand in the panel at each stop.
    """

    index: int
    stops: int
    title: str
    text: str
    words: str
    finished: bool
    opened: bool
    done: bool
    shown: bool
    passed: bool
    spoken: Target | GridName | None
    texts: tuple[tuple[str, tuple[str, str, str]], ...]


def tour_facts(run: TourRun) -> TourFacts:
    """Return the facts of a tour under way."""
    return TourFacts(
        index=run.index,
        stops=len(run.tour.stops),
        title=run.stop.title,
        text=run.stop.text,
        words=words_of(run),
        finished=run.index in run.finished,
        opened=run.opened,
        done=run.done,
        shown=run.shown,
        passed=not run.stop.shows,
        spoken=spoken_of(run),
        texts=texts_of(run.tour),
    )
