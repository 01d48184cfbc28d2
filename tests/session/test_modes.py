"""Modes stand in the way of an intent while they are on; a new one, or a new intent, is said in one place."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from game.files.settings import HINTS, NOT_COVERED, Settings
from game.input.intent import Cell, Control, GridName, Intent, Side
from game.input.interface_intents import EntryText, OpenEntry, ToggleCoverage, ToggleEraser
from game.input.mode_intents import StartPresent, ToggleCompare
from game.input.scenario_intents import SetSeed
from game.input.walk_intents import ToEnd, ToStart
from game.input.window_intents import Announce, SetBrush, Tick
from game.session.interface import CALLOUT_AFTER
from game.session.mode import Mode
from game.session.modes.table import EXCLUDED, MODES, Way, modes_on
from game.session.predict import keeps_back
from game.session.reduce import HANDLERS, reduce
from game.session.state import within
from game.words.texts import TEXTS
from tests.input.kinds import kinds

from .hands import after, entries, fresh, sentences

if TYPE_CHECKING:
    from game.session.state import Handler, State

ROOT = Path(__file__).resolve().parents[2]
KNOWS_ALL = Settings(hints=(*HINTS, NOT_COVERED), offered=True)


def experienced() -> State:
    """Return the state of a person who has seen all that the window points at by itself: no mode is on."""
    return fresh().changed(settings=KNOWS_ALL)


class Diary:
    """A mode that is on while the eraser is, and notes what it is asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def meant(self, state: State, intent: Intent) -> tuple[State, Intent]:
        """Take the start for the end."""
        self.asked.append("meant")
        return state, ToEnd() if isinstance(intent, ToStart) else intent

    def refuses(self, _: State, intent: Intent) -> str | None:
        """Refuse that two settings are compared."""
        self.asked.append("refuses")
        return "tour.no_predict" if isinstance(intent, ToggleCompare) else None

    def carries(self, handler: Handler) -> Handler:
        """Carry all out as ever, and set the brush to 0.25."""
        self.asked.append("carries")
        return lambda state, intent: within(handler(state, intent), "settings", brush=0.25)

    def after(self, before: State, state: State, _: Intent) -> State:
        """Turn the coverage on when the walk has moved."""
        self.asked.append("after")
        moved = before.playback.position != state.playback.position
        return within(state, "interface", coverage=True) if moved else state

    def load(self) -> Mode:
        """Note that the mode is entered, and return it."""
        self.asked.append("load")
        return Mode(self.meant, self.refuses, self.carries, self.after)


@pytest.fixture
def diary(monkeypatch: pytest.MonkeyPatch) -> Diary:
    made_up = Diary()
    monkeypatch.setitem(MODES, "diary", Way(lambda state: state.interface.eraser, made_up.load))
    return made_up


def test_a_new_mode_takes_one_place_and_is_asked_only_while_it_is_on(diary: Diary) -> None:
    state = after(experienced(), SetBrush(0.5), ToEnd(), ToStart(), ToggleCompare(), ToggleCompare(), Tick(0.1))
    assert not diary.asked
    on = after(state, ToggleEraser())
    assert diary.asked == ["load", "after"]
    moved = after(on, ToStart())
    assert diary.asked == ["load", "after", "meant", "refuses", "carries", "after"]
    assert (moved.playback.position, moved.brush, moved.interface.coverage) == (moved.steps, 0.25, True)
    refused = after(on, ToggleCompare())
    assert (refused.compare.on, sentences(refused)) == (False, [TEXTS["tour.no_predict"]])
    diary.asked.clear()
    off = within(on, "interface", eraser=False)
    assert after(off, ToEnd(), ToStart(), Tick(0.1)).playback.position == 0
    assert not diary.asked


def test_what_an_intent_means_in_a_mode_is_what_it_is_refused_or_carried_out_as(diary: Diary) -> None:
    state = within(experienced(), "interface", eraser=True)
    assert after(state, ToStart()).playback.position == state.steps
    assert diary.asked[1:] == ["meant", "refuses", "carries", "after"]


def test_a_new_intent_takes_one_place_and_its_traits_are_heeded(monkeypatch: pytest.MonkeyPatch) -> None:
    class Darken(Intent, settles=True, by_hand=True, focuses=True, about="cell"):
        cell: Cell

    done: list[Darken] = []

    def darken(state: State, intent: Darken) -> State:
        done.append(intent)
        return state

    monkeypatch.setitem(HANDLERS, Darken, darken)
    pixel, weight = Cell(GridName.IMAGE, 1, 1), Cell(GridName.KERNEL, 1, 1, Side.B)
    typing = after(experienced(), OpenEntry(Control("seed")), EntryText("7"))
    settled = after(typing, Darken(pixel))
    assert (settled.scenario.seed, settled.interface.entry, done) == (7, None, [Darken(pixel)])
    unseen = after(settled, ToggleCoverage(), Darken(pixel))
    assert (sentences(unseen), len(done)) == ([TEXTS["coverage.hides"]], 1)
    compared = within(after(settled, ToggleCompare()), "compare", focus=Side.A)
    assert after(compared, Darken(weight)).compare.focus is Side.B
    assert done[-1] == Darken(weight), "it says its side"


def test_a_trait_that_no_intent_has_is_refused() -> None:
    with pytest.raises(TypeError, match="setles"):
        type("Slip", (Intent,), {"__annotations__": {}}, setles=True)


def test_what_comes_by_itself_is_no_sign_that_a_toast_was_read() -> None:
    said = after(experienced(), Announce("so"))
    assert after(said, Tick(0.5)).interface.toasts[0].input_at is None
    assert after(said, Tick(0.5), ToEnd()).interface.toasts[0].input_at == 0.5


def test_no_mode_is_on_for_who_has_seen_all() -> None:
    assert modes_on(experienced()) == []
    assert modes_on(fresh()) == ["guide"]
    assert modes_on(after(experienced(), StartPresent(), ToggleCoverage())) == ["coverage", "present"]


def test_the_guide_is_on_only_once_it_may_point_at_something() -> None:
    left = after(fresh().changed(settings=Settings(hints=HINTS)), Tick(CALLOUT_AFTER - 0.1))
    assert (modes_on(left), left.interface.guide.callout_at) == ([], None)
    now = after(left, Tick(0.2))
    assert (modes_on(now), now.interface.guide.callout_at) == (["guide"], CALLOUT_AFTER + 0.1)
    asleep = within(left, "interface", guide=left.interface.guide.changed(not_before=float("inf")))
    assert modes_on(asleep) == ["guide"], "that the walk plays wakes it"


ENTERED = """
import sys
sys.path.insert(0, {root!r})
from game.core.scenario import startup
from game.files.settings import HINTS, NOT_COVERED, Settings
from game.input.scenario_intents import Paint, SetSeed
from game.input.walk_intents import TogglePlay
from game.input.window_intents import Tick
from game.session.reduce import reduce
from game.session.state import new_state

state = new_state(startup(), Settings(hints=(*HINTS, NOT_COVERED), offered=True))
for intent in (Tick(0.1), TogglePlay(), Paint(((1, 1),), 0.5), SetSeed(4), Tick(0.1)):
    state = reduce(state, intent)
print(*sorted(name for name in sys.modules if name.startswith("game.session.modes.")))
"""


def test_modes_that_are_off_are_not_imported() -> None:
    command = [sys.executable, "-c", ENTERED.format(root=str(ROOT))]
    found = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert found.stdout.split() == ["game.session.modes.table"]


def test_the_table_of_what_excludes_what_has_words_and_names_that_there_are() -> None:
    begins = {kind.begins for kind in kinds()}
    assert set(EXCLUDED.values()) <= set(TEXTS)
    assert {on for on, _ in EXCLUDED} <= set(MODES)
    assert {begun for _, begun in EXCLUDED} <= begins - {""} <= set(MODES)


def test_a_refused_intent_changes_nothing_but_the_toasts() -> None:
    covered = after(fresh(), ToggleCoverage())
    assert keeps_back(covered, ToggleCoverage()) is None
    refused = reduce(covered, ToggleCompare())
    assert sentences(refused) == [TEXTS["compare.not_with.coverage"]]
    assert (refused.work, refused.settings, entries(refused)) == (covered.work, covered.settings, entries(covered))


@pytest.mark.parametrize("intent", [SetSeed(-1), SetBrush(999.5)])
def test_what_is_wrong_does_nothing_that_the_intent_would_do(intent: Intent) -> None:
    state = fresh()
    told = reduce(state, intent)
    assert len(sentences(told)) == 1
    assert (told.work, told.settings, told.playback) == (state.work, state.settings, state.playback)
