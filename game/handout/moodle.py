"""Questions about a scenario as Moodle XML: numerical ones, and texts with gaps (cloze, "embedded answers").

Sources: Moodle's documentation, "Moodle XML format" and "Embedded Answers (Cloze) question type"; its import reads a
field as {weight:NUMERICAL:=answer:tolerance}.
"""

from __future__ import annotations

from html import escape

from ..files.errors import FileProblem
from ..files.exported import Exported
from .moodle_questions import Question, questions_of

CATEGORY = "$course$/Kernelscope"
"""Where the questions are put: a category of the course."""
_NO_UNITS = "<unitgradingtype>0</unitgradingtype><unitpenalty>0.1</unitpenalty><showunits>3</showunits>"


def moodle_file(what: Exported) -> bytes:
    """Return the file in UTF-8. Titles are escaped in XML, in HTML and for gaps.

    Raises FileProblem "export_shares" for a layer with softmax, whose values no single sum makes.
    """
    if what.scenario.layer.activation == "softmax":
        raise FileProblem("export_shares")
    category = f'<question type="category"><category><text>{CATEGORY}</text></category></question>'
    questions = (_question(each) for each in questions_of(what))
    body = "\n".join((category, *questions))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n{body}\n</quiz>\n'.encode()


def _question(question: Question) -> str:
    kind = "cloze" if question.asked is None else "numerical"
    return (
        f'<question type="{kind}">\n<name><text>{escape(question.name)}</text></name>\n'
        f'<questiontext format="html"><text><![CDATA[{question.text}]]></text></questiontext>\n'
        '<generalfeedback format="html"><text></text></generalfeedback>\n'
        f"{'' if question.asked is None else '<defaultgrade>1</defaultgrade>'}"
        f"<penalty>0.3333333</penalty><hidden>0</hidden>\n{_answer(question)}</question>"
    )


def _answer(question: Question) -> str:
    """Return the answer of a numerical question; a cloze has its answers in its gaps."""
    if question.asked is None:
        return ""
    return (
        f'<answer fraction="100" format="moodle_auto_format"><text>{question.answers.answer(question.asked)}</text>'
        '<feedback format="html"><text></text></feedback>'
        f"<tolerance>{question.answers.tolerance(question.asked)}</tolerance></answer>\n{_NO_UNITS}\n"
    )
