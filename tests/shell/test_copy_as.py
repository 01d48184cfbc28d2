"""Ctrl+Shift+C copies the layer with its numbers as a program for PyTorch or NumPy."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pygame
import pytest

from game.core.pooling import Pooling
from game.core.scenario import Scenario
from game.core.traced import Traced
from game.files.code_text import numpy_text, pytorch_text
from game.files.settings import Settings
from game.input.effects import OpenTour
from game.input.mode_intents import ChooseQuestion, Question, TogglePredict
from game.ui.widgets.select import PopupList

from .hands import Person

RANDOM = np.random.default_rng(5)
COLOUR = Scenario(
    tuple(RANDOM.integers(0, 4, (3, 5, 5)).astype(float)),
    RANDOM.integers(-2, 3, (2, 3, 2, 2)).astype(float),
    white=3,
    bias=[0.5, -1],
    activation="relu",
)


@pytest.fixture
def clipboard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    held: list[str] = []
    monkeypatch.setattr(pygame.scrap, "put_text", held.append)
    return held


def said(person: Person) -> list[str]:
    return [toast.sentence for toast in person.state.interface.toasts]


def test_the_list_offers_both(clipboard: list[str]) -> None:
    person = Person(COLOUR)
    person.keys("Ctrl+Shift+C")
    opened = person.widget("copy as list")
    assert isinstance(opened, PopupList)
    assert [item.words for item in opened.items] == ["Copy as PyTorch", "Copy as NumPy"]
    assert clipboard == []


@pytest.mark.parametrize(
    ("keys", "program", "name"), [(("Enter",), pytorch_text, "PyTorch"), (("Down", "Enter"), numpy_text, "NumPy")]
)
def test_what_is_chosen_is_copied_said_and_the_list_is_closed(
    clipboard: list[str], keys: tuple[str, ...], program: object, name: str
) -> None:
    person = Person(COLOUR)
    person.keys("Ctrl+Shift+C", *keys)
    assert clipboard == [program(COLOUR.tensor, COLOUR.layer)]  # type: ignore[operator]
    assert said(person) == [f"Copied the layer and its numbers as a program in {name}."]
    assert person.state.interface.popup is None
    assert person.state.scenario == COLOUR


def test_the_copied_program_prints_the_maps_that_are_shown(clipboard: list[str]) -> None:
    person = Person(COLOUR)
    person.keys("Ctrl+Shift+C", "Down", "Enter")
    done = subprocess.run([sys.executable, "-c", clipboard[0]], capture_output=True, text=True, check=True)
    printed = np.array([float(word) for word in done.stdout.replace("[", " ").replace("]", " ").split()])
    np.testing.assert_allclose(printed, Traced(COLOUR.tensor, COLOUR.layer).maps.ravel(), atol=1e-9)


def test_the_menu_opens_the_choice_too_but_not_in_a_tour_about_one_kernel(clipboard: list[str]) -> None:
    person = Person(COLOUR)
    row = "Copy as PyTorch or NumPy"
    person.clicks("menu")
    person.keys(*["Down"] * menu_rows(person).index(row), "Enter", "Down", "Enter")
    assert clipboard == [numpy_text(COLOUR.tensor, COLOUR.layer)]
    assert person.state.interface.popup is None
    person.controller.dispatch((OpenTour(),))
    person.controller.built()
    person.clicks("menu")
    assert row not in menu_rows(person)


def menu_rows(person: Person) -> list[str]:
    listed = person.widget("menu list")
    assert isinstance(listed, PopupList)
    return [item.words for item in listed.items]


def test_the_section_of_the_layer_opens_the_choice_beside_its_button(clipboard: list[str]) -> None:
    person = Person(COLOUR, size=(1920, 1080), settings=Settings(sections=("layer",), scale=75))
    button = person.widget("copy as")
    assert "(Ctrl+Shift+C)" in button.tooltip
    person.clicks("copy as")
    listed = person.widget("copy as list")
    assert listed.rect.x <= button.rect.centre[0] <= listed.rect.right
    person.keys("Enter")
    assert clipboard == [pytorch_text(COLOUR.tensor, COLOUR.layer)]


def test_a_clipboard_that_cannot_be_had_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: str) -> None:
        raise pygame.error("no clipboard")

    monkeypatch.setattr(pygame.scrap, "put_text", fail)
    person = Person(COLOUR)
    person.keys("Ctrl+Shift+C", "Enter")
    assert [toast.warning for toast in person.state.interface.toasts] == [True]


def test_while_the_size_is_asked_for_the_program_that_tells_it_is_not_copied(clipboard: list[str]) -> None:
    person = Person()
    person.controller.dispatch((TogglePredict(), ChooseQuestion(Question.SIZE)))
    person.controller.built()
    person.keys("Ctrl+Shift+C", "Down", "Enter")
    assert clipboard == []
    assert any(sentence.startswith("The program would tell the size") for sentence in said(person))


def test_what_pytorch_has_no_function_for_is_said(clipboard: list[str]) -> None:
    pool = Pooling("average", (2, 2), dilation=(2, 2))
    person = Person(Scenario(np.eye(6), np.ones((1, 1)), pooling=pool))
    person.keys("Ctrl+Shift+C", "Enter")
    assert clipboard == []
    words = "PyTorch has no function for average pooling with dilation; copy it as NumPy, or make the dilation 1."
    assert said(person) == [words]
    person.keys("Ctrl+Shift+C", "Down", "Enter")
    assert len(clipboard) == 1
    assert clipboard[0].startswith("# Average pooling: 1 channel, windows of 2 × 2")
