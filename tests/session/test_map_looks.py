"""The looks of the output: how one goes from one to the next, what refuses it, and what remembers it."""

from __future__ import annotations

from game.files.tour import Stop, Tour
from game.input.interface_intents import NextMapLook
from game.input.mode_intents import TogglePredict
from game.input.tour_intents import BeginTour, LeaveTour
from game.session.stack_intents import shown_as, view_of
from game.words.texts import text

from .hands import after, entries, fresh, sentences


def test_the_looks_of_the_output_follow_each_other_and_a_key_says_which_it_is() -> None:
    state = fresh()
    seen = []
    for _ in range(4):
        seen.append(state.interface.map_look)
        state = after(state, NextMapLook(told=True))
        assert len(state.interface.toasts) == 1
        assert sentences(state)[-1] == text(f"legend.look.{state.interface.map_look}")
    assert seen == ["hues", "gray", "magnitude", "hues"]
    assert not after(fresh(), NextMapLook()).interface.toasts


def test_predict_refuses_another_look_and_says_why() -> None:
    asked = after(fresh(), TogglePredict(), NextMapLook(told=True))
    assert asked.interface.map_look == "hues"
    assert sentences(asked)[-1] == text("predict.no_look")


def test_a_look_is_kept_with_the_view_and_no_step_of_undo() -> None:
    state = after(fresh(), NextMapLook())
    assert view_of(state) == {"name": "flat", "look": "gray"}
    assert "look" not in view_of(fresh())
    assert entries(state) == entries(fresh())
    (said,) = shown_as(view_of(state))
    assert after(fresh(), said).interface.map_look == "gray"
    (plain,) = shown_as({"name": "flat"})
    assert after(state, plain).interface.map_look == "hues"


def test_a_tour_shows_hues_and_gives_the_look_back() -> None:
    gray = after(fresh(), NextMapLook())
    begun = after(gray, BeginTour(Tour("", (Stop("One", "Words.", fresh().scenario),))))
    assert begun.interface.map_look == "hues"
    assert after(begun, LeaveTour()).interface.map_look == "gray"
