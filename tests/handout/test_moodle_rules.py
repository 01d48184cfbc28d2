"""The rules of Moodle XML as its documentation has them: which elements there are, where, how often, and with what.

Sources: docs.moodle.org, "Moodle XML format", "Embedded Answers (Cloze) question type", "Numerical question type".
"""

from __future__ import annotations

import contextlib
import re
from decimal import Decimal
from typing import NamedTuple
from xml.etree import ElementTree as ET

import numpy as np
import pytest

from game.files.errors import FileProblem
from game.files.exported import Exported
from game.handout.moodle import moodle_file
from tests.core.scenarios import random_layered, random_pooling, random_scenario, random_transposed

from .examples import SCENARIOS, TITLES


class Rule(NamedTuple):
    """What an element may hold: children, each how often; attributes with their values; its text."""

    children: dict[str, tuple[int, int]]
    attributes: dict[str, str] = {}  # noqa: RUF012 - nothing changes it
    text: str = r"\s*"


ANY, FORMAT = r"[\s\S]*", {"format": "html"}
NUMBER = r"-?\d+(?:\.\d+)?(?:e-?\d+)?"
ONE, MAYBE = (1, 1), (0, 1)
LEAVES = {
    "text": ANY,
    "penalty": r"(?:1|0(?:\.\d+)?)",
    "hidden": "[01]",
    "defaultgrade": r"[1-9]\d*(?:\.\d+)?",
    "tolerance": NUMBER,
    "unitgradingtype": "[012]",
    "unitpenalty": r"(?:1|0(?:\.\d+)?)",
    "showunits": "[0123]",
}
TEXT = Rule({"text": ONE})
HTML = Rule({"text": ONE}, FORMAT)
SHARED = {"name": ONE, "questiontext": ONE, "generalfeedback": ONE, "penalty": ONE, "hidden": ONE}
UNITS = {"unitgradingtype": ONE, "unitpenalty": ONE, "showunits": ONE}
QUESTIONS = {
    "category": Rule({"category": ONE}, {"type": "category"}),
    "cloze": Rule(SHARED, {"type": "cloze"}),
    "numerical": Rule({**SHARED, "defaultgrade": ONE, "answer": (1, 99), **UNITS}, {"type": "numerical"}),
}
ANSWER = Rule(
    {"text": ONE, "feedback": ONE, "tolerance": ONE}, {"fraction": "100|[1-9]?[0-9]", "format": "moodle_auto_format"}
)
RULES = {
    "name": TEXT,
    "category": TEXT,
    "questiontext": HTML,
    "generalfeedback": HTML,
    "feedback": HTML,
    "answer": ANSWER,
}
GAP = re.compile(r"\{([^{}]*)\}")
CLOZE = re.compile(rf"([1-9]?\d*):NUMERICAL:=({NUMBER}):({NUMBER})")
LONGEST_NAME = 255
ASKED = 2
"""Decimals that are asked for at most."""


def check(element: ET.Element, rule: Rule) -> None:
    """Fail where an element is not as the rules have it, or anything in it."""
    assert set(element.attrib) == set(rule.attributes), element.tag
    for name, value in rule.attributes.items():
        assert re.fullmatch(value, element.attrib[name]), (element.tag, name)
    assert re.fullmatch(rule.text, element.text or "")
    tags = [child.tag for child in element]
    assert set(tags) <= set(rule.children), element.tag
    for tag, (least, most) in rule.children.items():
        assert least <= tags.count(tag) <= most, (element.tag, tag)
    for child in element:
        check(child, Rule({}, {}, LEAVES[child.tag]) if child.tag in LEAVES else RULES[child.tag])


def check_file(data: bytes) -> int:
    """Fail where a file breaks a rule; return how many gaps and answers it has."""
    assert data.startswith(b'<?xml version="1.0" encoding="UTF-8"?>')
    quiz = ET.fromstring(data)
    assert (quiz.tag, quiz.attrib) == ("quiz", {})
    assert [question.get("type") for question in quiz].count("category") == 1
    assert quiz[0].get("type") == "category", "it says where those after it are put"
    return sum(check_question(question) for question in quiz)


def check_question(question: ET.Element) -> int:
    assert question.tag == "question"
    kind = question.get("type") or ""
    check(question, QUESTIONS[kind])
    if kind == "category":
        return 0
    name, html = question.findtext("name/text") or "", question.findtext("questiontext/text") or ""
    assert 0 < len(name.strip()) <= LONGEST_NAME
    gaps = GAP.findall(html)
    assert re.sub(GAP, "", html).count("{") + re.sub(GAP, "", html).count("}") == 0, "a brace begins a gap"
    if kind == "numerical":
        assert not gaps
        answers = question.findall("answer")
        assert any(answer.get("fraction") == "100" for answer in answers)
        for answer in answers:
            check_answer(answer.findtext("text") or "", answer.findtext("tolerance") or "")
        return len(answers)
    assert gaps
    grades = 0
    for gap in gaps:
        found = CLOZE.fullmatch(gap)
        assert found is not None, gap
        grades += int(found[1] or 1)
        check_answer(found[2], found[3])
    assert grades > 0
    return len(gaps)


def check_answer(number: str, tolerance: str) -> None:
    """Fail for an answer that no marking could take: not finite, or a tolerance that is less than rounding makes."""
    assert re.fullmatch(NUMBER, number)
    assert Decimal(number).is_finite()
    allowed = Decimal(tolerance)
    assert allowed >= 0
    rounded = round(Decimal(number), ASKED)
    assert abs(rounded - Decimal(number)) <= allowed, "what is asked for is right"
    assert allowed < 1


@pytest.mark.parametrize("name", [name for name in SCENARIOS if "larger" not in name])
def test_every_operation_keeps_the_rules(name: str) -> None:
    assert check_file(moodle_file(Exported(SCENARIOS[name]))) > 3


@pytest.mark.parametrize("title", [*TITLES, "]]>" * 60, "x" * 200, "{~=#}\\ &amp; &#0;"])
def test_any_title_keeps_the_rules(title: str) -> None:
    assert check_file(moodle_file(Exported(SCENARIOS["one kernel"].named(title)))) > 3


@pytest.mark.parametrize("make", [random_scenario, random_layered, random_pooling, random_transposed])
def test_scenarios_at_random_keep_the_rules(make: type) -> None:
    chance = np.random.default_rng(29)
    checked = 0
    for _ in range(25):
        scenario = make(chance)
        with contextlib.suppress(FileProblem):  # of one that has more numbers than anybody reads
            checked += check_file(moodle_file(Exported(scenario, float(chance.uniform(0, scenario.steps)))))
    assert checked > 50
