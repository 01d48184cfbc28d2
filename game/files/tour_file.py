"""Tour files: JSON that a teacher can write. ``game/README.md`` describes every field."""

from __future__ import annotations

from pathlib import Path

from ..assets import ASSETS
from ..core.limits import Range
from ..core.scenario import Scenario
from ..play.choices import DECIMALS, VIEWS
from ..play.phases import SPEEDS
from .errors import shown
from .fields import Head, parts_in, text
from .strict_json import read_json
from .tour import Stop, Tour
from .tour_conditions import conditions_of, controls, locks, point_of
from .tour_fields import StopFields, builds_of
from .tour_scenario import scenario_of

LIMIT = 1024 * 1024
"""Bytes that a tour file may have at most."""
VERSION = 1
MOST_STOPS = 50
MOST_WORDS = 40
"""Words of a stop's text together with its task, or with the reply that takes the task's place."""
LONGEST_TITLE, LONGEST_TEXT = 50, 280
HEAD = Head("kernelscope_tour", VERSION, "stops", MOST_STOPS, ("tour_no_tour", "tour_newer", "tour_stops"))
MOST_DECIMALS = Range(*DECIMALS)
TOLD_SPEEDS = SPEEDS[:-1]
"""The speeds that a stop may begin with, as multiples of 1×: all but the fastest, of which nothing is followed."""
FIELDS = (
    *("title", "text", "task", "reply", "scenario", "position", "playing", "speed"),
    *("point", "when", "shown", "builds", "secret", "alone", "decimals", "coverage", "view", "hide", "lock"),
)
SECRETS = ("size",)
"""What a stop may keep back until the walk goes on: the output's size, and all that tells it."""
_TOURS = ASSETS / "tours"
FIRST_TOUR = _TOURS / "first.json"
"""The tour that is begun where none is named."""
TOURS = {"first": FIRST_TOUR} | {name: _TOURS / f"{name}.json" for name in ("colour", "pooling", "transposed")}
"""The tours that come with the program, by the names that they are begun by."""
LESSONS = {name: ASSETS / "lessons" / f"{name}.json" for name in (f"lesson-{number}" for number in range(1, 7))}
"""The lessons that come with the program, in their order, by the names that they are begun by."""


def tour_path(asked: str) -> Path:
    """Return where a tour or a lesson is, by its name or as a file; the first tour where nothing is asked for."""
    return TOURS.get(asked) or LESSONS.get(asked) or (Path(asked) if asked else FIRST_TOUR)


def read_tour(path: Path = FIRST_TOUR) -> Tour:
    """Return the tour in a file. Raises FileProblem as `strict_json.read_json` and `tour_in` do."""
    return tour_in(read_json(path, LIMIT), path)


def tour_in(found: object, path: Path | str) -> Tour:
    """Return the tour of JSON that was read; all of it is checked, and what is wrong names the stop and the field.

    Raises FileProblem: "tour_no_tour", "tour_newer", "tour_stops", the others of `tour_fields` and `tour_conditions`.
    """
    fields, stops = parts_in(found, path, HEAD)
    name = shown(fields.take("name", text, ""), LONGEST_TITLE)
    return Tour(name, tuple(_stop(stop, path, index) for index, stop in enumerate(stops, 1)))


def _stop(found: object, path: Path | str, number: int) -> Stop:
    fields = StopFields.of(found, path, number)
    fields.only(FIELDS)
    scenario = scenario_of(fields)
    view = _view(fields, scenario)
    stop = stop_of(fields, scenario, stamps=view == STAMP).changed(stacked=view == "stack")
    check_words(fields, stop)
    return stop


def stop_of(fields: StopFields, scenario: Scenario, *, stamps: bool, begins: float = 0.0, told: bool = True) -> Stop:
    """Return what the fields say of a stop, but its view. Raises FileProblem.

    stamps: of a transposed convolution are shown; positions count them. begins: where the walk does, where the stop
    does not say it. told: it needs a text.
    """
    steps = float(scenario.stamps if stamps else scenario.steps)
    position = fields.number("position", Range(0, steps), begins)
    locked = fields.some_of("lock", locks())
    return Stop(
        title=fields.line("title", LONGEST_TITLE, needed=True),
        text=fields.line("text", LONGEST_TEXT, needed=told),
        scenario=scenario,
        task=fields.line("task", LONGEST_TEXT),
        reply=fields.line("reply", LONGEST_TEXT),
        position=position,
        playing=fields.flag("playing"),
        speed=_speed(fields),
        point=point_of(fields, scenario),
        conditions=conditions_of(fields, "when", scenario, (position, steps), locked),
        coverage=fields.flag("coverage"),
        stamps=stamps,
        decimals=fields.whole("decimals", MOST_DECIMALS),
        hidden=fields.some_of("hide", controls()),
        locked=locked,
        builds=builds_of(fields, position, steps, scenario.chain is not None),
        shown=conditions_of(fields, "shown", scenario, (position, steps), locked),
        secret="secret" in fields and fields.one_of("secret", fields.found["secret"], SECRETS) == "size",
        alone=fields.flag("alone"),
    )


STAMP = "stamp"
"""The view of a stop in which a transposed convolution is shown as stamps; its walk counts these then."""


def _view(fields: StopFields, scenario: Scenario) -> str:
    """Return the view that a stop begins in. Only transposed convolutions have stamps, which tell a secret size."""
    views = (*VIEWS, STAMP) if scenario.layer.is_transposed and "secret" not in fields else VIEWS
    return fields.one_of("view", fields.found.get("view", VIEWS[0]), views)


def _speed(fields: StopFields) -> int | None:
    """Return the index of a speed that is written as a multiple of 1×; None where the field is not there."""
    if "speed" not in fields:
        return None
    speed = fields.number("speed", Range(TOLD_SPEEDS[0], TOLD_SPEEDS[-1]))
    if speed not in TOLD_SPEEDS:
        allowed = tuple(f"{each:g}" for each in TOLD_SPEEDS)
        raise fields.problem("tour_unknown_name", "speed", name=f"{speed:g}", allowed=allowed)
    return TOLD_SPEEDS.index(speed)


def check_words(fields: StopFields, stop: Stop) -> None:
    """Raise FileProblem when there is too much to read, or when a task cannot be noticed, or a condition not be known.

    A task without a condition would stay open for ever, and a condition without a task would be a riddle.
    """
    for key, words in (("task", stop.task), ("reply", stop.reply)):
        count, length = len(f"{stop.text} {words}".split()), len(stop.text) + len(words)
        if count > MOST_WORDS or length > LONGEST_TEXT:
            key = key if words else "text"
            raise fields.problem("tour_too_many_words", key, count=count, limit=f"{MOST_WORDS}", length=LONGEST_TEXT)
    if stop.conditions and not stop.task:
        raise fields.missing("task")
    if (stop.task or stop.reply or stop.shown) and not stop.conditions:
        raise fields.missing("when")
