"""The facts of what is not in every window: lists and settings that are open, a tour's panel, the Stack's controls."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ...core.activations import OF_A_SUM
from ...core.scenario import Pair, Scenario
from ...files.settings import Settings
from ...input.intent import Cell, GridName, Target
from ...play.choices import HOME
from ...value import Value
from ..interface import DIGITS, GALLERY, PANELS, ShareChoice, Toast
from ..naming import kernels_called
from ..predict import Secrecy
from ..state import StillState, TourRun
from ..tour import spoken_of, texts_of, words_of
from .around import BarFacts, bar_facts

if TYPE_CHECKING:
    from .digits import DigitsFacts
    from .layer_panels import KernelMapFacts, PaddingFacts
    from .lesson import LessonFacts


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
    tour = None if state.tour is None else tour_facts(state.tour, interface.presenting)
    scrolled, lesson = interface.scrolled(f"{interface.sheet} sheet"), None
    if interface.sheet == GALLERY:
        from .lesson import lesson_facts  # most windows show no gallery

        lesson = lesson_facts(state)
    digits = None
    if interface.sheet == DIGITS:
        from .digits import digits_facts  # few networks read digits

        digits = digits_facts(state, secrecy)
    typed, solved = interface.help_filter, state.settings.puzzles
    sheet = SheetFacts(scrolled, interface.toasts, typed, interface.shelf, lesson, interface.share, solved, digits)
    if typed and interface.filter_chosen:
        sheet = sheet.changed(chosen=True)
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
        return NamesFacts(name, kernels_called(state.result_of(state.compare.focus)), _kernels(scenario))
    if name == "operation":
        return NamesFacts(name, *_operations(scenario))
    if name in ("learn target", "learn loss"):
        return _of_learning(state, name)
    if name == "activation":
        return NamesFacts(name, scenario.layer.activation, tuple((each, "") for each in _activations(scenario)))
    if name == "copy as":
        return NamesFacts(name, "", ())
    if name == "menu":
        return bar_facts(state, secrecy)
    if name == "view":
        pictured = state.scenario.picture is not None
        return SettingsFacts(state.settings, state.interface.scrolled(PANELS["view"]), pictured)
    return state.interface.popup_cell


def _of_learning(state: StillState, name: str) -> NamesFacts | None:
    """Return the targets there are, or the losses, while something is learned."""
    trace = state.learn.trace
    if trace is None:
        return None
    from .learn import target_name  # most kernels learn nothing

    chosen = target_name(state, trace.goal.learning.target)
    if name == "learn loss":
        return NamesFacts(name, trace.goal.learning.loss, ())
    return NamesFacts(name, chosen, (("hidden", ""), ("painted", ""), *_kernels(state.scenario)))


def _activations(scenario: Scenario) -> tuple[str, ...]:
    """Return the activations that there may be: softmax where a layer has it, and in the last one of a network."""
    shares = scenario.layer.activation == "softmax" or (scenario.chain is not None and scenario.chain.is_last)
    return (*OF_A_SUM, "softmax") if shares else OF_A_SUM


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
    """Of a sheet: how far it is scrolled, in units, the toasts at its foot, what is typed, and the gallery's shelf.

    lesson: what the gallery shows of the lesson that is being made. share: how something is handed out. solved: the
    names of the puzzles that were. digits: how a network reads those that are held back. chosen: all that is typed is.
    """

    scrolled: float
    toasts: tuple[Toast, ...]
    typed: str
    shelf: str = ""
    lesson: LessonFacts | None = None
    share: ShareChoice = ShareChoice()
    solved: tuple[str, ...] = ()
    digits: DigitsFacts | None = None
    chosen: bool = False


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
    hints: of a puzzle, how many of its hints are shown, and how many it has; None of what is none.
    hinted: a hint stands in the place of the task. asks: the class can be asked the scene's question now, by a key.
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
    kind: str
    is_silent: bool
    spoken: Target | GridName | None
    texts: tuple[tuple[str, tuple[str, ...]], ...]
    hints: Pair | None = None
    hinted: bool = False
    asks: bool = False


def tour_facts(run: TourRun, presenting: bool) -> TourFacts:
    """Return the facts of a tour under way; classes are asked in Present alone."""
    return TourFacts(
        index=run.index,
        stops=len(run.tour.stops),
        title=run.stop.title,
        text=run.stop.text,
        words=words_of(run),
        finished=run.index in run.finished,
        opened=run.opened,
        done=run.done or run.solved is not None,
        shown=run.shown,
        passed=not run.stop.shows,
        kind=run.tour.kind,
        is_silent=not (run.stop.text or run.stop.task),
        spoken=spoken_of(run),
        texts=texts_of(run.tour),
        hints=None if run.stop.goal is None or run.solved is not None else (run.hints, len(run.stop.hints)),
        hinted=run.hints > 0 and not run.shown and run.solved is None,
        asks=presenting and run.stop.question is not None,
    )
