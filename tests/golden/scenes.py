"""The scenes of the golden pictures."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image

from game.core.kept_picture import KeptPicture
from game.core.operation_change import TRANSPOSED, with_operation
from game.core.resolution import with_kept_picture
from game.core.scenario import of_names, startup
from game.files.own_pictures import PICTURES
from game.files.shelves import puzzles, scene_called
from game.files.tour_file import FIRST_TOUR, read_tour
from game.input.intent import Cell, Control, GridName, Intent, Side
from game.input.interface_intents import AcceptEntry, EntryText, Hover
from game.input.layer_intents import ToggleTrace
from game.input.learn_intents import OneUpdate, ToggleLearn
from game.input.mode_intents import (
    AnswerKey,
    CheckAnswer,
    ChooseQuestion,
    FocusSide,
    MarkPixel,
    PickShade,
    Question,
    StartPresent,
    ToggleCompare,
    TogglePredict,
    ToggleSharedScale,
    UseIntegers,
)
from game.input.scenario_intents import SetCell, SetQuantity
from game.input.tour_intents import BeginTour, NextHint
from game.input.train_intents import TrainAgain, TrainOnce
from game.input.walk_intents import NextStop, Scrub
from game.input.window_intents import Tick
from game.play.choices import HOME
from game.session.front import fronted
from game.session.interface import Guide
from game.session.reduce import reduce
from game.session.tour import at_stop, tour_begun
from game.view.stack.chain_places import ChainPlaces
from tests import voting
from tests.layers import layer, three_channels
from tests.networks import at_end, digit_reader, four_layers
from tests.picture import OFFERED, frame, picture, scenario, scenarios, state, window
from tests.pooling import CEILED, LEFT_OUT, pooled
from tests.session.test_transposed import PICTURE
from tests.training import reader

if TYPE_CHECKING:
    import pygame

    from game.core.scenario import Scenario

SIZE = (960, 540)
SMALLER = (840, 480)  # so that all pictures together stay small
UNFOLDED = (1100, 700)  # where the whole text of a tour's stop is seen, and the rail
STEP = 5
STOPS = len(read_tour().stops)
COLOUR_TOUR = FIRST_TOUR.with_name("colour.json")
PHASES = {"slide": 0.1, "cover": 0.25, "multiply": 0.42, "products": 0.6, "sum": 0.78, "reveal": 0.95, "done": 11.0}
"""Where in the step each phase is looked at; the walk's end lies at 16."""


@dataclass(frozen=True)
class Scene:
    """One picture: a scenario, the walk's position, the theme, and what is open."""

    shown: Scenario
    position: float
    theme: str = "night"
    interface: dict[str, Any] = field(default_factory=dict)
    size: tuple[int, int] = SIZE
    palette: str = "standard"
    done: tuple[Intent, ...] = ()

    tour: int | None = None  # the stop of the tour, from 0
    path: Path = FIRST_TOUR

    def draw(self) -> pygame.Surface:
        """Draw the scene."""
        shown = state(
            self.shown, self.position, settings={"theme": self.theme, "palette": self.palette}, **self.interface
        )
        if self.tour is not None:
            shown = at_stop(tour_begun(shown, read_tour(self.path)), self.tour)
        for intent in self.done:
            shown = reduce(shown, intent)
        return picture(shown, self.size)


@dataclass(frozen=True)
class Strip(Scene):
    """The strip of a network alone, out of the whole picture: its pictures stay small."""

    def draw(self) -> pygame.Surface:
        """Draw the scene, and cut the strip out."""
        shown = fronted(state(self.shown, self.position, settings={"theme": self.theme}, **self.interface))
        strip = frame(shown, self.size).layout.strip
        return picture(shown, self.size).subsurface(strip).copy()


@dataclass(frozen=True)
class Talk(Strip):
    """A part of a network in Present: where its strongest cell comes from, or a named one, or its classes."""

    def draw(self) -> pygame.Surface:
        """Draw the scene, and cut out the stage without its edges, or the column of the classes."""
        ended = at_end(self.shown, presenting=True)
        ended = ended.changed(settings=ended.settings.changed(theme=self.theme))
        made = window(ended, self.size)
        part = next((each.rect.inset(-4) for each in made.widgets if each.name == "wall classes"), None)
        if self.interface.get("lit"):
            cell = self.interface.get("cell")
            asked = NextStop() if cell is None else ToggleTrace(cell)
            ended, part = reduce(ended, asked), made.frame.layout.stage
            trace = ended.interface.trace
            assert trace is not None
            ended = ended.changed(interface=ended.interface.changed(trace=trace.changed(lit=2)))
        assert part is not None
        return picture(ended, self.size).subsurface(part).copy()


def talks() -> dict[str, Scene]:
    """Return where a class, and a cell, of a digit reader come from, and its classes in a talk."""
    cell = {"lit": True, "cell": Cell(GridName.OUTPUT, 1, 2)}
    return {
        "talk-trace": Talk(digit_reader(2), 10.0, "daylight", {"lit": True}, (480, 320)),
        "talk-trace-numbers": Talk(digit_reader(1), 64.0, "night", cell, (800, 600)),
        "talk-classes": Talk(digit_reader(2), 10.0, "night", size=(600, 450)),
    }


def strips() -> dict[str, Scene]:
    """Return the strip in each theme, open at its maps, at the sums and at the shares; and a talk's row of names."""
    pointed = {"hover": Cell(GridName.OUTPUT, 1, 2)}
    return {
        "strip-sums": Strip(digit_reader(2), 7.4, size=(1100, 700)),
        "strip-shares": Strip(digit_reader(2), 10.0, "daylight", size=(800, 600)),
        "strip-fields": Strip(digit_reader(1), 64.0, "high contrast", pointed, size=(1100, 700)),
        "strip-names": Strip(four_layers(2), 70.4, "daylight", {"presenting": True}, (800, 600)),
    }


@dataclass(frozen=True)
class Tower(Scene):
    """A part of a network's tower: around the channel in front and the map that is made of it."""

    def draw(self) -> pygame.Surface:
        """Draw the scene, and cut the part out."""
        shown = fronted(state(self.shown, self.position, settings={"theme": self.theme}, **self.interface))
        found = window(shown, self.size)
        stack = found.first.stack
        assert isinstance(stack, ChainPlaces)
        part = stack.own.image.rect.union(stack.output.rect).overlap(found.frame.layout.stage)
        return picture(shown, self.size).subsurface(part).copy()


def chain_towers() -> dict[str, Scene]:
    """Return the tower of a network at work in its last layer."""
    return {"tower-sums": Tower(digit_reader(2), 3.42, interface={"stacked": True, "rise": 1.0}, size=(500, 384))}


STACK_SIZE = (1120, 630)
STACK_SIZES = {(theme, angle): STACK_SIZE for theme in ("night", "daylight") for angle in ("home", "behind")}
STACK_SIZES["daylight", "behind"] = SMALLER  # its shapes are those at night
ANGLES = {"home": HOME, "behind": HOME.changed(turn=-128.0, tilt=56.0)}


def stacks() -> dict[str, Scene]:
    """Return the Stack view: each phase from two angles in both themes, and what else it can show."""
    first, half = startup(), {"stacked": True, "rise": 0.5}
    whole: dict[str, Any] = {"stacked": True, "rise": 1.0}
    large = scenario("disc", size=(64, 64), kernel="sobel right", stride=(2, 2), padding=(1, 1))
    hovered = {"hover": Cell(GridName.IMAGE, 4, 4)}
    asks = (TogglePredict(),)
    return {
        f"stack-{theme}-{angle}-{phase}": Scene(
            first, STEP + fraction, theme, whole | {"camera": camera}, size=STACK_SIZES[theme, angle]
        )
        for theme in ("night", "daylight")
        for angle, camera in ANGLES.items()
        for phase, fraction in PHASES.items()
    } | {
        "stack-half-way": Scene(first, STEP + 0.42, interface=half, size=SMALLER),
        "stack-64x64": Scene(large, 400.6, "daylight", whole, SMALLER),
        "stack-signed-high-contrast": Scene(scenario(kernel="random signed"), 15.6, "high contrast", whole),
        "stack-coverage": Scene(first, STEP + 0.6, interface=whole | {"coverage": True}, size=SMALLER),
        "stack-links": Scene(first, STEP + 0.1, "daylight", whole | hovered, SMALLER),
        "stack-dilated": Scene(scenarios()["dilated"], 7.5, interface=whole, size=SMALLER),
        "stack-present": Scene(first, STEP + 0.78, "daylight", whole | {"presenting": True}),
        "stack-predict": Scene(first, STEP + 0.65, interface=whole, done=asks),
        "stack-near": Scene(
            first, STEP + 0.45, interface=whole | {"camera": HOME.changed(turn=150.0, zoom=3.0)}, size=SMALLER
        ),
    }


MARKS = tuple(MarkPixel((row, column), on=True) for row, column in ((1, 1), (1, 2), (2, 1), (2, 2), (5, 2)))
QUESTIONS: dict[str, tuple[Intent, ...]] = {
    "value": (ChooseQuestion(Question.VALUE),),
    "integers": (ChooseQuestion(Question.VALUE), UseIntegers()),
    "size": (ChooseQuestion(Question.SIZE),),
    "pixels": (ChooseQuestion(Question.PATCH), *MARKS),
}
ANSWERS: dict[str, tuple[Intent, ...]] = {
    "value": (PickShade(2), Tick(2.0)),
    "integers": (AnswerKey("7"), AcceptEntry(), Tick(2.0)),
    "size": (AnswerKey("5"), AcceptEntry(), EntryText("4"), AcceptEntry()),
    "pixels": (CheckAnswer(), Tick(0.3)),
}
"""What is asked in Predict, and an answer to it that is wrong."""


COMPARED = (ToggleCompare(), SetQuantity("stride", None, 1))
APART = (
    SetQuantity("kernel size", None, 5),
    ToggleSharedScale(),
    FocusSide(Side.A),
)


def predictions() -> dict[str, Scene]:
    """Return the questions of Predict before and after the answer, in both themes."""
    return {
        f"{theme}-predict-{name}-{when}": Scene(startup(), STEP + 0.65, theme, done=(TogglePredict(), *done))
        for theme in ("night", "daylight")
        for name, asked in QUESTIONS.items()
        for when, done in (("asked", asked), ("answered", asked + ANSWERS[name]))
        if theme == "night" or name != "integers"
    }


OPENED = (Tick(0.0),)
"""Brings forward the channel and the filter that the walk is at, as any intent does."""


def lanes() -> dict[str, Scene]:
    """Return the Flat view of layers: the instant of the design's picture, sums that stand, as many as there are."""
    three, now = three_channels(), 32.55
    presenting = {"presenting": True}
    return {
        "lanes-night-1920": Scene(three, now, size=(1920, 1080), done=OPENED),
        "lanes-daylight-1366": Scene(three, now, "daylight", size=(1366, 768), done=OPENED),
        "lanes-colour-picture": Scene(three, now, interface={"mixed": True}, size=(1366, 768), done=OPENED),
        "lanes-sum-1024": Scene(layer(3, 2, activation="sigmoid", whole=False), 7.95, size=(1024, 768), done=OPENED),
        "lanes-flight-800": Scene(three, 32.65, size=(800, 600), done=OPENED),
        "lanes-sixteen-1024": Scene(layer(16, 16), 40.8, "daylight", size=(1024, 768), done=OPENED),
        "lanes-high-contrast": Scene(layer(4, 8, kernel=(2, 2)), 40.6, "high contrast", size=(960, 600), done=OPENED),
        "present-lanes-1024": Scene(three_channels("none"), 32.69, "daylight", presenting, (1024, 768), done=OPENED),
        "present-lanes-1920": Scene(three, now, interface=presenting, size=(1920, 1080), done=OPENED),
        "present-lanes-high-contrast": Scene(layer(16, 16), 40.8, "high contrast", presenting, (800, 600), done=OPENED),
        "present-lanes-lens": Scene(
            layer(3, 2, (20, 20), (15, 15)), 8.6, "daylight", presenting, (1366, 768), done=OPENED
        ),
        "lanes-large-kernels": Scene(layer(3, 2, (20, 20), (15, 15)), 8.6, size=(1100, 700), done=OPENED),
    }


def pictures() -> dict[str, Scene]:
    """Return a photo under an edge filter, and the question of what the numbers of a file are."""
    with Image.open(PICTURES["fruit"]) as opened:
        levels = np.asarray(opened)[:, :, :3]
    photo = with_kept_picture(scenario(kernel="sobel right"), KeptPicture(levels, "fruit.png", (3024, 4032)))
    mixed: dict[str, Any] = {"mixed": True}
    return {
        "picture-night-1024": Scene(photo, 1503.97, interface=mixed, size=(1024, 640), done=OPENED),
        "picture-present": Scene(photo, 1503.5, "daylight", mixed | {"presenting": True}, (960, 540), done=OPENED),
        "numbers-asked": Scene(startup(), STEP, interface={"sheet": "numbers", "offered": OFFERED}, size=SMALLER),
    }


def poolings() -> dict[str, Scene]:
    """Return poolings: padding in which nothing wins, ceil mode, what is not counted, one channel, in each view."""
    presenting, whole = {"presenting": True}, {"stacked": True, "rise": 1.0}
    small = pooled(shown=scenario(size=(4, 4)))
    return {
        "pooling-max-ceil-1366": Scene(CEILED, 5.76, size=(1366, 768), done=OPENED),
        "pooling-winner-daylight": Scene(CEILED, 5.93, "daylight", size=(1024, 768), done=OPENED),
        "pooling-average-pixels-only": Scene(LEFT_OUT, 0.95, "high contrast", size=(1100, 700), done=OPENED),
        "pooling-one-channel": Scene(small, 1.8, "daylight", size=(800, 600), done=OPENED),
        "pooling-present-1024": Scene(pooled("average"), 2.96, "daylight", presenting, (1024, 768), done=OPENED),
        "pooling-present-1920": Scene(CEILED, 5.76, interface=presenting, size=(1920, 1080), done=OPENED),
        "pooling-stack": Scene(pooled(), 4.45, interface=whole, size=(1366, 768), done=OPENED),
        "pooling-compared": Scene(pooled(), 4.78, size=(1366, 768), done=(*OPENED, ToggleCompare())),
    }


def spread() -> dict[str, Scene]:
    """Return transposed convolutions: their pixels stand apart, their kernels are turned; one channel, and several."""
    spread, whole = {"spread": True}, {"stacked": True, "rise": 1.0}
    three = with_operation(three_channels().varied(stride=(2, 2)), TRANSPOSED)
    presenting = spread | {"presenting": True}
    return {
        "transposed-night-1366": Scene(PICTURE, 14.5, interface=spread, size=(1366, 768), done=OPENED),
        "transposed-daylight-800": Scene(PICTURE, 8.9, "daylight", spread, size=(800, 600), done=OPENED),
        "transposed-lanes": Scene(three, 12.5, "high contrast", spread, size=(1366, 768), done=OPENED),
        "transposed-present-1024": Scene(PICTURE, 7.96, "daylight", presenting, (1024, 768), done=OPENED),
        "transposed-stack": Scene(PICTURE, 14.5, interface=whole, size=(1366, 768), done=OPENED),
    }


def stamps() -> dict[str, Scene]:
    """Return stamps: as one is asked about and told, of small cells, of several channels, and in Present."""
    presenting = {"presenting": True}
    three = with_operation(three_channels().varied(stride=(2, 2)), TRANSPOSED)
    quarter = with_operation(of_names("noise", (8, 8), "random", (4, 4), stride=(2, 2)), TRANSPOSED)
    small = with_operation(of_names("noise", (16, 16), "random", (5, 5), stride=(3, 3)), TRANSPOSED)

    def at(
        shown: Scenario,
        position: float,
        theme: str = "night",
        talk: bool = False,
        size: tuple[int, int] = SMALLER,
        cover: bool = False,
        more: tuple[Intent, ...] = (),
    ) -> Scene:
        interface = presenting if talk else {"coverage": True} if cover else {}
        return Scene(shown, 0.0, theme, interface, size, done=(*OPENED, *more, Scrub(position)))

    return {
        "stamps-told-high-contrast": at(PICTURE, 4.96, "high contrast"),
        "stamps-small": at(small, 100.4),
        "stamps-covered": at(PICTURE, 4.3, cover=True),
        "stamps-channels": at(three, 250.55, "daylight", size=(1024, 768)),
        "stamps-present": at(PICTURE, 4.7, "daylight", talk=True),
        "stamps-present-800": at(quarter, 4.7, talk=True, size=(800, 600)),
        "stamps-present-1024": at(three, 250.7, "high contrast", talk=True, size=(1024, 768)),
        "stamps-asked": at(PICTURE, 4.65, size=(800, 600), more=(TogglePredict(),)),
    }


def votes() -> dict[str, Scene]:
    """Return the vote of a class: the design's picture, and the answer of three channels in another theme."""
    talk, size = {"presenting": True}, (1024, 768)
    three = three_channels()
    return {
        "vote-second-round": Scene(voting.DRAWN, 0.3, "daylight", talk, size, done=voting.TWICE),
        "vote-told": Scene(three, 30.2, "high contrast", talk, size, done=voting.TOLD),
    }


def riddles() -> dict[str, Scene]:
    """Return a puzzle with a hint and a weight that is right."""
    third = BeginTour(puzzles(), index=2), NextHint(), SetCell(Cell(GridName.KERNEL, 2, 2), -2.0)
    return {"puzzle-tried": Scene(startup(), 0, "daylight", size=(720, 440), done=third)}


def colour_tour() -> dict[str, Scene]:
    """Return the tour of channels and filters: each of its stops as it begins, and in Present the one about colour."""
    stops, presenting = range(len(read_tour(COLOUR_TOUR).stops)), {"presenting": True}
    first = startup()
    scrolled = {4: (("rail", 125.0),), 5: (("rail", 234.0),)}  # to what is pointed at, as the window does by itself
    return {
        f"tour-colour-{stop + 1}": Scene(
            first,
            0,
            interface={"scroll": scrolled.get(stop, ())},
            size=(1366, 768),
            tour=stop,
            path=COLOUR_TOUR,
            done=OPENED,
        )
        for stop in stops
    } | {
        "tour-colour-present": Scene(
            first, 0, "daylight", presenting, (1024, 768), tour=1, path=COLOUR_TOUR, done=OPENED
        )
    }


def towers() -> dict[str, Scene]:
    """Return the Stack view of layers: the instant of the design's picture, as many as there are, and one lane."""
    three, whole = three_channels(), {"stacked": True, "rise": 1.0}
    behind = {"camera": HOME.changed(turn=-128.0, tilt=56.0)}
    presenting = {"presenting": True}
    return {
        "towers-night-1366": Scene(three, 32.55, interface=whole, size=(1366, 768), done=OPENED),
        "towers-sixteen-1024": Scene(layer(16, 16), 40.8, "daylight", whole, (1024, 768), done=OPENED),
        "towers-present-1024": Scene(
            three_channels("none"), 32.66, "daylight", whole | presenting, (1024, 768), done=OPENED
        ),
        "towers-behind-800": Scene(three, 32.95, "high contrast", whole | behind, (800, 600), done=OPENED),
        "towers-depthwise": Scene(layer(4, 4, groups=4), 3.55, interface=whole, size=SIZE, done=OPENED),
    }


def learners() -> dict[str, Scene]:
    """Return a kernel that learns, in a window whose picture is small; and in Present, where a gradient is a sum."""
    shown = scene_called("kernel_learns").opened
    assert shown is not None
    some = (ToggleLearn(), *[OneUpdate()] * 4)
    pointed = (*some, Hover(Control("gradient 2 3"), None))
    return {
        "learn": Scene(shown.scenario, 0.0, size=(490, 365), done=some),
        "learn-present": Scene(shown.scenario, 0.0, "high contrast", size=(256, 144), done=(*pointed, StartPresent())),
    }


def taught() -> dict[str, Scene]:
    """Return a network that learns in Present: how it goes, its kernels, and what it reads."""
    some = (StartPresent(), ToggleLearn(), TrainAgain(), *[TrainOnce()] * 9)
    return {
        "train-wall": Scene(reader(), 0.0, size=(512, 384), done=some),
        "train-wall-high-contrast": Scene(reader(2), 0.0, "high contrast", size=(480, 270), done=some),
    }


def scenes() -> dict[str, Scene]:
    """Return every scene by the name of its picture."""
    first = startup()
    skipped = scenario(size=(10, 10), kernel="ones", kernel_size=(2, 2), stride=(4, 4), padding=(1, 1))
    walk = {
        f"{theme}-{phase}": Scene(first, STEP + fraction, theme)
        for theme in ("night", "daylight")
        for phase, fraction in PHASES.items()
    }
    signed = scenario(kernel="random signed")
    looks = {"signed-high-contrast": Scene(signed, 15.6, "high contrast")} | {
        f"signed-{theme.replace(' ', '-')}-colour-blind": Scene(signed, 15.6, theme, palette="colour-blind")
        for theme in ("night", "daylight", "high contrast")
    }
    return (
        walk
        | lanes()
        | pictures()
        | poolings()
        | spread()
        | stamps()
        | colour_tour()
        | towers()
        | votes()
        | riddles()
        | learners()
        | taught()
        | predictions()
        | stacks()
        | strips()
        | talks()
        | chain_towers()
        | looks
        | {
            "signed": Scene(scenarios()["integers"], 7.6, size=SMALLER),
            "left-over-and-skipped": Scene(scenarios()["stride 4, kernel 2"], 4.6, size=SMALLER),
            "64x64": Scene(scenario("disc", size=(64, 64), kernel="sobel right", stride=(2, 2)), 400.6, size=SMALLER),
            "present-night": Scene(first, STEP + 0.6, interface={"presenting": True}),
            "present-daylight-lens": Scene(
                scenario("noise", size=(16, 16), kernel="random signed", kernel_size=(5, 5)),
                20.45,
                "daylight",
                {"presenting": True},
                SMALLER,
            ),
            "spotlight": Scene(
                first, STEP + 0.6, interface={"spotlight": True, "pointer": (300.0, 200.0)}, size=SMALLER
            ),
            "help": Scene(first, STEP + 0.6, interface={"sheet": "help"}, size=SMALLER),
            "help-filtered": Scene(first, STEP + 0.6, "daylight", {"sheet": "help", "help_filter": "step"}),
            "hint": Scene(first, STEP + 0.6, interface={"guide": Guide(hint="paint")}),
            "not-covered": Scene(first, STEP + 0.6, "daylight", {"guide": Guide(callout_at=-2.0)}),
            **{
                f"{theme}-coverage-{name}": Scene(shown, STEP + 0.6, theme, {"coverage": True})
                for theme in ("night", "daylight")
                for name, shown in (("start-up", first), ("skipped", skipped))
            },
            **{
                f"tour-{theme}-{stop + 1}": Scene(first, 0, theme, tour=stop, size=UNFOLDED)
                for theme in ("night", "daylight")
                for stop in range(STOPS)
            },
            **{f"{theme}-compare": Scene(first, STEP + 0.6, theme, done=COMPARED) for theme in ("night", "daylight")},
            "compare-present": Scene(first, STEP + 0.6, "daylight", {"presenting": True}, done=COMPARED),
            "compare-small": Scene(signed, 10.95, "high contrast", size=(800, 600), done=(*COMPARED, *APART)),
            "compare-stack": Scene(
                first, STEP + 0.6, interface={"stacked": True, "rise": 1.0}, size=STACK_SIZE, done=COMPARED
            ),
            "list": Scene(first, STEP + 0.6, "daylight", {"popup": "kernel", "highlighted": 3}, SMALLER),
        }
    )
