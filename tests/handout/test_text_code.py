"""A text code holds a scenario exactly, in few characters, and no slip in it passes."""

from __future__ import annotations

import random
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.core.errors import ConvolutionError
from game.core.kept_picture import KeptPicture
from game.core.resolution import with_kept_picture
from game.core.scenario import Scenario, startup
from game.files.errors import FileProblem
from game.files.scenario_parts import OpenedScenario, recognised
from game.handout import code_fields, text_code
from game.handout.packing import Packer, Unpacker
from game.handout.symbols import SYMBOLS, in_bytes, in_symbols
from game.handout.text_code import decoded, encoded, holds_code
from game.words.sentences import sentence
from tests.core.scenarios import edge_scenarios, random_layered, random_pooling, random_scenario, random_transposed
from tests.files.examples import layered, scenarios
from tests.layers import layer
from tests.pooling import POOLED

VIEW: dict[str, Any] = {
    "name": "stack",
    "look": "gray",
    "camera": {"turn": -31.25, "tilt": 20.0, "zoom": 4 / 3, "across": 0.5, "down": -0.1, "gap": 2},
    "turning": True,
    "spread": False,
    "stamp": 3.5,
}


def held(scenario: Scenario, position: float | None = None, view: dict[str, Any] | None = None) -> OpenedScenario:
    return OpenedScenario(recognised(scenario), position, view or {})


def check(opened: OpenedScenario) -> str:
    code = encoded(opened)
    found = decoded(code)
    assert found == opened
    for one, other in zip(found.scenario.pixels, opened.scenario.pixels, strict=True):
        assert one.tobytes() == other.tobytes()  # −0 is not 0
    assert found.scenario.layer.chosen_weights.tobytes() == opened.scenario.layer.chosen_weights.tobytes()
    assert found.scenario.layer.pooling == opened.scenario.layer.pooling
    assert set(code[4:]) <= set(SYMBOLS)
    return code


def key_of(text: str) -> str:
    """Return the kind of the problem with a code; each has a sentence of its own."""
    with pytest.raises(FileProblem) as problem:
        decoded(text)
    said = sentence(problem.value.key, **problem.value.values())
    assert said.count(".") == 1
    assert said != sentence("no such key")
    return problem.value.key


@settings(max_examples=120, deadline=None)
@given(st.one_of(scenarios(16), layered()), st.floats(0, 1))
def test_any_scenario_comes_back_number_by_number(scenario: Scenario, part: float) -> None:
    check(held(scenario))
    check(held(scenario, part * scenario.steps, VIEW))


@pytest.mark.parametrize("make", [random_scenario, random_layered, random_pooling, random_transposed])
def test_every_operation_comes_back(make: Any) -> None:
    chance = np.random.default_rng(7)
    for _ in range(60):
        scenario = make(chance)
        check(held(scenario, scenario.steps / 2))


def test_edges_of_what_is_allowed_and_every_pooling_come_back() -> None:
    for scenario in (*edge_scenarios(np.random.default_rng(3)), *POOLED.values(), startup()):
        check(held(scenario))


@pytest.mark.parametrize("key", [*VIEW, ""])
def test_each_part_of_a_view_comes_back_by_itself(key: str) -> None:
    check(held(startup(), None, {key: VIEW[key]} if key else {"camera": {}}))
    for name, number in VIEW["camera"].items():
        check(held(startup(), None, {"camera": {name: number}}))


@pytest.mark.parametrize(("high", "most"), [(9, 200), (255, 420)])
def test_an_image_of_16_times_16_integers_under_a_small_kernel_is_short(high: int, most: int) -> None:
    for seed in range(20):
        chance = np.random.default_rng(seed)
        image, kernel = chance.integers(0, high + 1, (16, 16)), chance.integers(-9, 10, (3, 3))
        image[0, :2] = 0, high
        scenario = Scenario(image.astype(float), kernel.astype(float), white=float(high), stride=(2, 1), seed=seed)
        assert len(check(held(scenario.changed(padding=(1, 1))))) <= most


def test_decimals_thirds_and_levels_of_a_photo_take_less_than_their_bits() -> None:
    chance = np.random.default_rng(1)
    for image in (chance.integers(0, 101, (16, 16)) / 100, chance.integers(0, 256, (16, 16)) / 255):
        assert len(check(held(Scenario(image, np.full((3, 3), 1 / 9))))) <= 420
    few = chance.choice([0.0, -0.0, np.pi, 1 / 7], (16, 16))
    assert len(check(held(Scenario(few, np.ones((1, 1)), white=4.0)))) < 200


def slips(code: str) -> list[str]:
    """Return the code with every character changed, left out, doubled, and changed for the next one."""
    chance, found = random.Random(5), []
    for at, sign in enumerate(code[4:], 4):
        found += [code[:at] + other + code[at + 1 :] for other in chance.sample(SYMBOLS.replace(sign, ""), 12)]
        found += [code[:at] + code[at + 1 :], code[:at] + sign + code[at:]]
        found.append(code[:at] + code[at + 1 : at + 2] + sign + code[at + 2 :])
        other = chance.randrange(4, len(code))
        one, two = sorted((at, other))
        found.append(code[:one] + code[two] + code[one + 1 : two] + code[one] + code[two + 1 :] if one < two else code)
    return [slip for slip in found if slip != code]


@pytest.mark.parametrize("scenario", [startup(), layer(3, 2, (4, 4)), POOLED["max"]])
def test_no_slip_passes(scenario: Scenario) -> None:
    for slip in slips(encoded(held(scenario.named("A title")))):
        assert key_of(slip) in ("code_damaged", "code_cut_off")


def test_a_part_of_a_code_is_told_from_a_damaged_one() -> None:
    code = encoded(held(startup()))
    for length in range(4, len(code)):
        assert key_of(code[:length]) == "code_cut_off"


def test_spaces_line_ends_quotes_and_words_around_it_do_not_matter() -> None:
    opened = held(startup().named("Änderung 🙂"), 1.5)
    code = check(opened)
    lines = "\r\n".join(code[at : at + 30] for at in range(0, len(code), 30))
    quoted = "".join(f"> {code[at : at + 50]}\n" for at in range(0, len(code), 50))
    soft = code[:20] + "\u00ad" + code[20:40] + "\u200b \u00a0" + code[40:]
    for text in (
        lines,
        quoted,
        soft,
        f"“{code}”",
        f"Look: {code}, it is new.\nBye",
        f"`{code}`",
        code.replace("KS1-", "ks1–"),
    ):
        assert holds_code(text)
        assert decoded(text) == opened


@pytest.mark.parametrize("text", ["", "1 2\n3 4", "MARKS1-3", "KS-1", "KS", "ks 1-", "a KS1"])
def test_what_is_no_code_is_told(text: str) -> None:
    assert not holds_code(text)
    assert key_of(text) == "code_missing"


def test_a_newer_code_is_told_by_its_number() -> None:
    assert key_of("KS4-000") == "code_newer"


def test_texts_that_are_too_long_are_refused_before_they_are_read() -> None:
    assert key_of("KS1-" + "z" * text_code.LONGEST) == "code_too_long"
    assert key_of("KS1-zzz" + "z" * 90_000) == "code_cut_off"


def test_a_photo_a_large_image_and_very_many_numbers_are_refused() -> None:
    photo = with_kept_picture(startup(), KeptPicture(np.zeros((9, 9, 1), np.uint8)), 9)
    large = Scenario(np.zeros((65, 3)), np.ones((1, 1)))
    many = Scenario(tuple(np.random.default_rng(1).random((16, 64, 64))), np.ones((1, 16, 1, 1)))
    for scenario, key in ((photo, "code_photo"), (large, "code_photo"), (many, "code_too_long")):
        with pytest.raises(FileProblem) as problem:
            encoded(held(scenario))
        assert problem.value.key == key


def test_bytes_that_were_changed_by_intent_are_refused_or_a_valid_scenario() -> None:
    chance, code = random.Random(2), encoded(held(layer(2, 2, (3, 3)), 1.5, VIEW))
    whole, said = in_bytes(code[4:]), set[str]()
    for _ in range(3000):
        data = bytearray(whole)
        data[chance.randrange(len(data))] = chance.randrange(256)
        data = data[: chance.choice((len(data), len(data), chance.randrange(len(data))))]
        try:
            found = decoded(f"KS1-{in_symbols(bytes(data))}")
        except (FileProblem, ConvolutionError) as problem:
            said.add(sentence(problem.key, **problem.values()))
        else:
            check(found)
    assert sentence("no such key") not in said


def test_more_numbers_than_there_are_bytes_are_never_made() -> None:
    packer = Packer()
    packer.wholes((0, 0, 16, 64, 64, 1, 1, 1))
    packer.data += bytes([0, 0]) + b"\xff\xff\xff\x7f"
    with pytest.raises(FileProblem):
        code_fields.read(Unpacker(bytes(packer.data)), 1)


def test_the_code_of_a_scenario_is_for_ever_this_one() -> None:
    scenario = Scenario(
        np.array([[0.0, 1, 2], [3, 4, 5]]), np.array([[1.0, -0.5]]), white=5.0, name="Kept", stride=(1, 2)
    )
    assert encoded(OpenedScenario(scenario, 0.5, {})) == KEPT
    assert decoded(KEPT).scenario.image.tolist() == [[0, 1, 2], [3, 4, 5]]


KEPT = "KS1-00S012YllzC558h0IB5qFwr91ps1pe67ZN31Gy1ZoGy9tXL"
