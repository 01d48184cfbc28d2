"""The facts of what stands around the grids in every window: top bar, titles and transport."""

from __future__ import annotations

from functools import lru_cache

from ...core.in_front import InFront
from ...core.known import Slide
from ...core.padding import Padding
from ...core.result import Result
from ...core.scenario import Pair, Scenario
from ...play.phases import SPEEDS, phase_at, shares_of
from ...play.playback import fastest
from ...play.score import lane_at, of_lane, turns
from ...value import Value
from ...words.texts import text
from ..naming import title_of
from ..predict import Secrecy
from ..state import State, StillState, hidden_in

NOT_IN_A_TOUR = frozenset({"tours", "predict", "compare", "learn"})
IN_NO_LESSON = frozenset({"tours"})
"""What the bar leaves out in a tour, and in a lesson."""


class BarFacts(Value):
    """Of the top bar and its menu.

    name: of what is shown. hidden: controls that are left out. reseed_reason: why there is no other seed, or None.
    reads: the menu is open, and what is shown is a network that reads digits.
    """

    name: str
    in_tour: bool
    hidden: frozenset[str]
    can_undo: bool
    can_redo: bool
    seed: int
    reseed_reason: str | None
    predicts: bool
    covered: bool
    compares: bool
    learns: bool
    stacked: bool
    full_screen: bool
    scale: int
    notes: bool
    reads: bool


def bar_facts(state: StillState, secrecy: Secrecy) -> BarFacts:
    """Return the facts of the bar."""
    interface, scenario, in_tour = state.interface, state.scenario, state.tour is not None
    return BarFacts(
        name=name_of(state),
        in_tour=in_tour,
        hidden=_hidden(state),
        can_undo=state.history.can_undo,
        can_redo=state.history.can_redo,
        seed=scenario.seed,
        reseed_reason=state.result.reseed_reason,
        predicts=state.predict.on or state.learn.asks,
        covered=interface.coverage and not secrecy.walk,
        compares=state.compare.on,
        learns=state.learn.on or (state.train.on and scenario.chain is not None),
        stacked=interface.stacked,
        full_screen=interface.full_screen,
        scale=state.settings.scale,
        notes=interface.notes,
        reads=interface.popup == "menu" and scenario.chain is not None and _reads_digits(scenario),
    )


def _reads_digits(scenario: Scenario) -> bool:
    from ..digit_scores import why_no_digits  # few scenarios are networks

    return why_no_digits(scenario) is None


def _hidden(state: StillState) -> frozenset[str]:
    """Return what the bar leaves out in a tour; a teacher who leads a lesson compares and asks in it."""
    if state.tour is None:
        return frozenset()
    return hidden_in(state) | (IN_NO_LESSON if state.tour.tour.is_lesson else NOT_IN_A_TOUR)


def name_of(state: StillState) -> str:
    """Return the name of what is shown, e.g. "Random noise, 8 × 8"."""
    return _name_of(state.result, state.path)


def called(state: StillState) -> str:
    """Return what the window is called: as what is shown, or while a tour or a lesson is led, as that and its scene."""
    if state.tour is None:
        return name_of(state)
    led, scene = state.tour.tour.name, state.tour.stop.title
    return text("title.led", led=led, scene=scene) if led else scene


@lru_cache(maxsize=4)
def _name_of(result: Result, path: str | None) -> str:
    return title_of(result.scenario, path, result.edited[0])


class TitleFacts(Value):
    """Of the titles of the grids: the sizes, and the greatest coverage while that is shown.

    output: None while its size is a secret. pixels: the image's size as it was given, before its pixels are spread.
    turned: the kernel is, by 180°. maps: how many maps of the layer before stand in the image's place; 0: none do.
    gradient, factor: of what a walk makes the gradient, "kernel" or "image", and what its sums are multiplied by;
    of other walks "".
    """

    image: Pair
    padding: Padding
    kernel: Pair
    output: Pair | None
    most: int | None
    pixels: Pair
    turned: bool
    maps: int = 0
    gradient: str = ""
    factor: str = ""


def title_facts(state: StillState, secrecy: Secrecy) -> TitleFacts:
    """Return the facts of the titles."""
    scenario, covered = state.scenario, state.interface.coverage and not secrecy.walk
    gradient, factor = _gradient(state)
    return TitleFacts(
        image=scenario.image_size,
        padding=scenario.layer.chosen_padding,
        kernel=scenario.kernel_size,
        output=None if secrecy.size else scenario.output_size,
        pixels=scenario.pixel_size,
        turned=scenario.layer.is_transposed,
        maps=scenario.maps_before,
        most=int(state.result.coverage.max()) if covered else None,
        gradient=gradient,
        factor=factor,
    )


def _gradient(state: StillState) -> tuple[str, str]:
    """Return of what the walk makes the gradient, and what its sums are multiplied by; nothing of other walks."""
    trace = None if state.aside is None else state.aside.learn.trace
    if trace is None:
        return "", ""
    from ..learning import IMAGE, factor_words  # most walks make none

    return IMAGE if state.scenario.layer.is_transposed else "kernel", factor_words(trace.goal.learning)


class TransportFacts(Value):
    """Of the transport that stands still: how the walk is played, and how many steps it has, of how many columns.

    steps: None while it is a secret. fastest: the index of its fastest pace.
    """

    playing: bool
    speed: int
    loop: bool
    steps: Pair | None
    fastest: int


def transport_facts(playing: bool, speed: int, loop: bool, steps: Pair | None) -> TransportFacts:
    """Return the facts of the transport; `steps` as there."""
    most = len(SPEEDS) - 1 if steps is None else fastest(steps[0])
    return TransportFacts(playing, min(speed, most), loop, steps, most)


def in_a_row(state: State) -> int:
    """Return how many steps make a row: of the map, or of the pixels whose stamps are shown."""
    scenario = state.result.scenario
    return scenario.pixel_size[1] if state.stamped else state.result.output.shape[1]


class WhereFacts(Value):
    """Where the walk is: the step, from 1, of so many, or None while that is a secret; and the phase, or "done".

    filter: which filter's map is made, from 1, of how many; lane: the letter of the channel at work. Both are left out
    where there is one. pooling: "max" or "average", which has maps and no filters; its phases have words of their own.
    layer: which of a network's, from 1; 0: there is one. classes: what its maps stand for, see `LayerFacts`.
    """

    step: int
    steps: int | None
    phase: str
    filter: Pair | None = None
    lane: str = ""
    pooling: str = ""
    layer: int = 0
    classes: str = ""


def where_facts(
    position: float, steps: int | None, brisk: bool, slide: Slide, front: int, number: int = 0
) -> WhereFacts:
    """Return where a walk of so many steps is at the position that is shown, with the phases of fast playing or not.

    front: the filter whose map is made. number: of the layer in a network, from 1.
    """
    step, layer = int(position), slide.like.layer
    kind = "" if layer.pooling is None else layer.pooling.kind
    made = None if layer.filters == 1 or steps is None else (front + 1, layer.filters)
    if steps is not None and step >= steps:
        return WhereFacts(steps, steps, "done", made, pooling=kind, layer=number)
    lanes, fraction = layer.channels_of(front), position - step
    at = lane_at(fraction, len(lanes), brisk)
    phase = phase_at(of_lane(fraction, at, len(lanes), brisk), shares_of(brisk))[0]
    working = phase.value in _OF_A_LANE and turns(len(lanes), brisk) > 1
    return WhereFacts(
        step=step + 1,
        steps=steps,
        phase=_POOLED.get(phase.value, phase.value) or _GATHERED[kind] if kind else phase.value,
        filter=made,
        lane=letter_of(lanes[at], slide.like) if working else "",
        pooling=kind,
        layer=number,
    )


_POOLED = {"multiply": "read", "products": "read", "sum": ""}
_GATHERED = {"max": "compare", "average": "add"}
"""What happens to the pixels of a pooling's window: they are read one by one, then compared, or added."""
_OF_A_LANE = ("multiply", "products", "sum")


def letter_of(channel: int, scenario: InFront) -> str:
    """Return what a channel is called: R, G, B in an image of three, else its number from 1."""
    return COLOURS[channel] if scenario.in_colour else str(channel + 1)


COLOURS = ("R", "G", "B")
