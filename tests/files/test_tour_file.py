"""A tour file is read whole or refused with a sentence that names the stop and the field."""

from __future__ import annotations

import copy
import json
import random
from pathlib import Path
from typing import Any

import pytest

from game.files.errors import FileProblem
from game.files.tour import Build
from game.files.tour_fields import MOST_BUILDS
from game.files.tour_file import FIRST_TOUR, LIMIT, MOST_STOPS, read_tour
from game.words.error_texts import FALLBACK
from game.words.sentences import sentence, sentence_for
from tests.files.examples import parse_tour

BEFORE_BUILDS = Path(__file__).parent / "tours" / "before_builds.json"
PLAIN: dict[str, Any] = {
    "title": "A stop",
    "text": "Look.",
    "scenario": {"image": [[0, 1], [1, 0]], "kernel": [[1]]},
}


def written(*stops: object, **top: object) -> str:
    return json.dumps({"kernelscope_tour": 1, "stops": list(stops)} | top)


def stop(**fields: object) -> dict[str, Any]:
    return copy.deepcopy(PLAIN) | fields


def scenario(**fields: object) -> dict[str, Any]:
    return stop(scenario=PLAIN["scenario"] | fields)


def refused(text: str) -> str:
    with pytest.raises(FileProblem) as caught:
        parse_tour(text, "my tour.json")
    words = sentence(caught.value.key, **caught.value.values())
    assert words != FALLBACK
    assert "{" not in words.replace("braces", "")
    return words


def test_the_first_tour_can_be_read() -> None:
    tour = read_tour()
    assert 10 <= len(tour.stops) <= 14


def test_everything_that_a_stop_may_say_is_read() -> None:
    made = parse_tour(
        written(
            stop(
                scenario={
                    "image": "digit",
                    "image_size": [8, 7],
                    "kernel": "outline",
                    "kernel_size": 3,
                    "stride": [1, 2],
                    "padding": 1,
                    "dilation": 1,
                    "seed": 4,
                },
                position=2.5,
                playing=True,
                speed=0.5,
                task="Do it.",
                reply="Done.",
                point={"grid": "image", "row": 7, "column": 6},
                when={"stride": 3, "kernel": "emboss", "weight": {"row": 2, "column": 2, "value": -1.5}},
                decimals=4,
                view="stack",
                hide=["seed", "brush"],
                lock=["image"],
                builds=[{"from": 2.5, "to": 3, "seconds": 0.1}, {"from": 4, "to": 18, "seconds": 60}],
                shown={"position": "end", "output": {"row": 1, "column": 1}},
                secret="size",
                alone=True,
            ),
            name="Mine",
        )
    )
    one = made.stops[0]
    assert (made.name, one.title, one.text, one.task, one.reply) == ("Mine", "A stop", "Look.", "Do it.", "Done.")
    assert (one.scenario.image_size, one.scenario.stride, one.scenario.padding) == ((8, 7), (1, 2), (1, 1))
    assert (one.scenario.image_name, one.scenario.kernel_name, one.scenario.seed) == ("digit", "outline", 4)
    assert (one.position, one.playing, one.decimals, one.stacked) == (2.5, True, 4, True)
    assert not parse_tour(written(stop(view="flat"))).stops[0].stacked
    assert one.speed == 1, "the second of the speeds"
    assert one.point.cell == (7, 6)
    assert [condition.kind for condition in one.conditions] == ["stride", "kernel", "weight"]
    assert one.conditions[2].value == -1.5
    assert one.hidden == frozenset({"seed", "brush"})
    assert one.locked == frozenset({"image"})
    assert one.builds == (Build(2.5, 3.0, 0.1), Build(4.0, 18.0, 60.0))
    assert [condition.kind for condition in one.shown] == ["position", "output"]
    assert (one.secret, one.alone) == (True, True)


def test_what_a_stop_does_not_say_is_as_it_was_in_the_first_tours() -> None:
    one = parse_tour(written(stop())).stops[0]
    assert (one.builds, one.shown, one.secret, one.alone) == (None, (), False, False)
    assert parse_tour(written(stop(builds=[]))).stops[0].builds == ()


def test_a_tour_from_before_the_builds_is_read_as_ever() -> None:
    old = read_tour(BEFORE_BUILDS)
    assert [one.title for one in old.stops] == [one.title for one in read_tour().stops]
    assert all(one.builds is None and not one.shown and not one.secret and not one.alone for one in old.stops)


TASK: dict[str, Any] = {"task": "Do it."}
ASKED: dict[str, Any] = TASK | {"when": {"played": True}}


def builds(*found: tuple[float, float, float]) -> dict[str, Any]:
    return {"builds": [{"from": start, "to": end, "seconds": seconds} for start, end, seconds in found]}


WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "no title": ({"title": ""}, "“title”"),
    "a title too long": ({"title": "a" * 51}, "“title”"),
    "no text": ({"text": " "}, "“text”"),
    "a text that is a number": ({"text": 3}, "“text”"),
    "too many words": ({"text": "word " * 41}, "41 words"),
    "too many words with the task": ({"text": "w " * 35, "task": "w " * 6, "when": {"played": True}}, "“task”"),
    "a field with a slip": ({"postion": 1}, "“postion”"),
    "no scenario": ({"scenario": None}, "“scenario”"),
    "a ragged image": (scenario(image=[[1, 0], [1]]), "“scenario.image”"),
    "no kernel": ({"scenario": {"image": [[1]]}}, "“scenario.kernel”"),
    "a kernel that does not fit": (scenario(kernel=[[1, 1, 1]]), "“scenario”"),
    "a name without a size": (scenario(image="digit"), "“scenario.image_size”"),
    "a size beside numbers": (scenario(image_size=2), "“scenario.image_size”"),
    "a name that is none": (scenario(image="cat", image_size=3), "“scenario.image”"),
    "a name that is too small": (scenario(image="digit", image_size=2), "“scenario.image”"),
    "stride 9": (scenario(stride=9), "“scenario.stride”"),
    "half a stride": (scenario(stride=1.5), "“scenario.stride”"),
    "a seed that is none": (scenario(seed=-1), "“scenario.seed”"),
    "a position beyond the end": ({"position": 5}, "“position”"),
    "a position that is true": ({"position": True}, "“position”"),
    "playing that is 1": ({"playing": 1}, "“playing”"),
    "a speed between": ({"speed": 3}, "“speed”"),
    "a speed too high": ({"speed": 99}, "“speed”"),
    "a speed as a text": ({"speed": "fast"}, "“speed”"),
    "a point that is none": ({"point": "moon"}, "“point”"),
    "a control that is none": ({"point": {"control": "lever"}}, "“point.control”"),
    "a point outside": ({"point": {"grid": "image", "row": 2, "column": 0}}, "“point.row”"),
    "half a cell": ({"point": {"grid": "image", "row": 1}}, "“point.column”"),
    "a condition that is none": (TASK | {"when": {"wish": True}}, "“when.wish”"),
    "played false": (TASK | {"when": {"played": False}}, "“when.played”"),
    "a pixel outside": (TASK | {"when": {"pixel": {"row": 9, "column": 0}}}, "“when.pixel.row”"),
    "a pixel over 999": (TASK | {"when": {"pixel": {"row": 0, "column": 0, "value": 1000}}}, "“when.pixel.value”"),
    "a pixel that is so": (TASK | {"when": {"pixel": {"row": 0, "column": 0, "value": 0}}}, "“when.pixel”"),
    "a stride that is so": (TASK | {"when": {"stride": 1}}, "“when.stride”"),
    "the start as an aim": (TASK | {"when": {"position": 0}}, "“when.position”"),
    "nothing left over from the start": (TASK | {"when": {"nothing_left_over": True}}, "“when.nothing_left_over”"),
    "a locked task": (TASK | {"when": {"stride": 2}, "lock": ["stride"]}, "“when.stride”"),
    "a condition without a task": ({"when": {"played": True}}, "“task”"),
    "a task without a condition": (TASK, "“when”"),
    "a view that is none": ({"view": "round"}, "“view”"),
    "a view that is true": ({"view": True}, "“view”"),
    "five decimals": ({"decimals": 5}, "“decimals”"),
    "half a decimal": ({"decimals": 0.5}, "“decimals”"),
    "hiding what is not there": ({"hide": ["everything"]}, "“hide”"),
    "hide as a text": ({"hide": "seed"}, "“hide”"),
    "a lock that is none": ({"lock": ["door"]}, "“lock”"),
    "builds that are no list": ({"builds": {"from": 0, "to": 1, "seconds": 1}}, "“builds”"),
    "too many builds": ({"builds": [0] * (MOST_BUILDS + 1)}, "“builds”"),
    "a build that is a number": ({"builds": [3]}, "“builds 1”"),
    "a build without seconds": ({"builds": [{"from": 0, "to": 1}]}, "“builds 1.seconds”"),
    "a build with a slip": ({"builds": [{"from": 0, "to": 1, "seconds": 1, "second": 1}]}, "“builds 1.second”"),
    "a build beyond the end": (builds((0, 5, 1)), "“builds 1.to”"),
    "a build that takes no time": (builds((0, 1, 0)), "“builds 1.seconds”"),
    "a build that takes an hour": (builds((0, 1, 3600)), "“builds 1.seconds”"),
    "a build that stands still": (builds((0, 1, 1), (1, 1, 1)), "“builds 2.to”"),
    "a build that goes back": (builds((0, 2, 1), (1, 3, 1)), "“builds 2.from”"),
    "a build from before the stop": ({"position": 2} | builds((1, 3, 1)), "“builds 1.from”"),
    "shown without a task": ({"shown": {"position": "end"}}, "“when”"),
    "shown, but not how": (ASKED | {"shown": {"pixel": True}}, "“shown.pixel”"),
    "shown, but not which value": (ASKED | {"shown": {"pixel": {"row": 0, "column": 0}}}, "“shown.pixel”"),
    "shown, but not which cell": (ASKED | {"shown": {"output": True}}, "“shown.output”"),
    "shown by any change": (ASKED | {"shown": {"changed": True}}, "“shown.changed”"),
    "shown what is so": (ASKED | {"shown": {"stride": 1}}, "“shown.stride”"),
    "shown what is locked": (ASKED | {"shown": {"stride": 2}, "lock": ["stride"]}, "“shown.stride”"),
    "a secret that is none": ({"secret": "love"}, "“secret”"),
    "a secret that is true": ({"secret": True}, "“secret”"),
    "alone that is a text": ({"alone": "image"}, "“alone”"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_names_the_file_the_stop_and_the_field(name: str) -> None:
    fields, named = WRONG[name]
    words = refused(written(stop(), stop(**fields)))
    assert "my tour.json" in words
    assert "stop 2" in words
    assert named in words


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"kernelscope": 1}', "{", "[" * 100_000, '{"kernelscope_tour": 2}'])
def test_what_is_no_tour_is_refused(text: str) -> None:
    refused(text)


@pytest.mark.parametrize("stops", [[], "none", None, [3], [PLAIN] * (MOST_STOPS + 1)])
def test_stops_have_to_be_a_list_of_some(stops: object) -> None:
    refused(json.dumps({"kernelscope_tour": 1, "stops": stops}))


@pytest.mark.parametrize(("field", "most"), [("title", 50), ("text", 280)])
def test_a_title_and_a_text_are_taken_up_to_their_length_and_no_longer(field: str, most: int) -> None:
    (made,) = parse_tour(written(stop(**{field: "a" * most})), "my tour.json").stops
    assert len(getattr(made, field)) == most
    assert str(most) in refused(written(stop(**{field: "a" * (most + 1)})))


@pytest.mark.parametrize("version", [True, False, 0, -1, 0.5, 1.5, 2, "1", None, [1]])
def test_there_is_no_version_but_the_first(version: object) -> None:
    refused(json.dumps({"kernelscope_tour": version, "stops": [PLAIN]}))


def test_a_file_that_is_too_large_is_refused_by_its_size(tmp_path: Path) -> None:
    path = tmp_path / "large.json"
    path.write_bytes(b" " * (LIMIT + 1))
    with pytest.raises(FileProblem, match="file_too_large"):
        read_tour(path)


def complaint(text: str) -> str:
    """Return the sentence about a tour that is refused, "" for one that is read."""
    try:
        parse_tour(text)
    except FileProblem as problem:
        return sentence_for(problem)
    return ""


def test_a_tour_damaged_in_any_place_is_read_or_refused_with_a_sentence() -> None:
    whole = FIRST_TOUR.read_text(encoding="utf-8")
    chance = random.Random(3)
    for _ in range(300):
        start = chance.randrange(len(whole))
        damage = chance.choice(["", "9", '"', "{", "]", "null", "-1e9", "true", ","])
        assert complaint(whole[:start] + damage + whole[start + chance.randrange(1, 12) :]) != FALLBACK


VALUES: tuple[object, ...] = (None, True, 0, -1, 1e300, "", "image", [], {}, [[1]], [[]], {"row": 0}, [1, 2, 3])


def test_any_value_in_any_field_is_read_or_refused_with_a_sentence() -> None:
    full = {"task": "Do it.", "when": {"pixel": True}, "point": "image", "decimals": 2, "hide": [], "lock": []}
    full |= {"builds": [], "shown": {"position": "end"}, "secret": "size", "alone": True}
    said = [
        (field, value, complaint(written(stop(**(full | {field: value})))))
        for field in (*PLAIN, *full, "position", "playing", "speed", "reply")
        for value in VALUES
    ] + [
        (field, value, complaint(written(scenario(**{field: value}))))
        for field in ("image", "kernel", "image_size", "kernel_size", "white", "stride", "padding", "dilation", "seed")
        for value in VALUES
    ]
    assert sum(bool(words) for *_, words in said) > 100
    assert not [one for one in said if one[2] and "stop 1" not in one[2]]
