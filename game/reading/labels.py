"""What R, MATLAB, pandas and people write above grids and before rows; columns that were printed in several parts."""

from __future__ import annotations

import re

from .draft import Draft, Rule, carried_out

_LABELS = (
    Rule(
        "what pandas splits into columns, index and data",
        re.compile(
            r"\A\s{0,99}\{\"columns\": ?\[[^\[\]]{0,4000}\], ?\"index\": ?\[[^\[\]]{0,4000}\], ?\"data\": ?"
            r"(\[[\s\S]*\])\}\s*\Z"
        ),
        r"\1",
        "header and index",
    ),
    Rule("bullets before rows", re.compile(r"(?m)^[ \t]*[•‣▪◦][ \t]+(?=[-+.\d])")),
    Rule("the kind of matrix that Octave prints", re.compile(r"(?m)^[ \t]*Diagonal Matrix[ \t]*$")),
    Rule(
        "sizes that Julia and pandas print",
        re.compile(
            r"\d{1,6}(?:(?:[x*]\d{1,6}){1,4}|-element) [A-Za-z][\w.]{0,60}"
            r"(?:\{(?:[^{}\n]|\{[^{}\n]{0,40}\}){0,60}\}){1,4}[^\n:]{0,40}:?"
        ),
    ),
    Rule("slices of an array that R prints", re.compile(r"(?m)^, , [\d, ]+$"), ""),
    Rule(
        "slices of an array that MATLAB prints",
        re.compile(r"(?m)^[ \t]*[A-Za-z]\w{0,60}\(:,:,[\d,]+\)\s*=[ \t]*$"),
        "\n",
    ),
    Rule("names of grids", re.compile(r"(?m)^[ \t]*[A-Za-z][^\n\t,;|:=]{0,60}[:=][ \t]*$"), "\n", "label"),
    Rule("numbers of columns that R prints", re.compile(r"(?m)^(?:[ \t]*\[,\d+\])+[ \t]*$"), "", "header and index"),
    Rule("numbers of rows that R prints", re.compile(r"(?m)^[ \t]*\[\d+,\]"), "", "header and index"),
    Rule("the first place in a row that R prints", re.compile(r"(?m)^[ \t]*\[1\](?=[ \t]+[-+.\d])"), ""),
    Rule("later places in the same row", re.compile(r"\n[ \t]*\[\d+\](?=[ \t]+[-+.\d])"), ""),
    Rule(
        "the name of a column that pandas prints",
        re.compile(r"\A([\s\S]*)\n(?:Name: [^\n]*, )?(?:Length: \d+, )?dtype: \w+\s*\Z"),
        r"values\n\1",
    ),
)
_RECORDS = re.compile(r"\s*\[\s*\{\s*\"")
_KEY = re.compile(r"(?<=[{,])\s*\"([^\"\n]{0,80})\"\s*:\s*(?=[-+\d.]|true|false)")
_ITEM = re.compile(r"[ \t]*(-[ \t]+)?-[ \t]+([-+]?[\d.]\S*)[ \t]*")
"""A number in a list of YAML, and whether a row begins with it."""
_PARENTHESES = re.compile(r"(?m)(^|\t)[ ]*\((\d[\d.,]{0,40})\)[ ]*(?=\t|$)")
_COLUMNS = re.compile(r"(?m)^[ \t]*Columns? \d+(?: (?:through|and|to) \d+)?:?[ \t]*$")
"""What MATLAB and Octave print above a part of the columns."""


def without_labels(draft: Draft) -> None:
    """Take off the labels above grids and before rows, and put columns beside one another that were printed apart."""
    parts = _COLUMNS.split(draft.text)
    if len(parts) > 1:
        draft.text = _side_by_side(parts[0], parts[1:])
    carried_out(draft, _LABELS)
    _without_keys(draft)
    _without_dashes(draft)
    if "\t" in draft.text and _PARENTHESES.search(draft.text):
        draft.say("negative in parentheses")
        draft.text = _PARENTHESES.sub(r"\1-\2", draft.text)


def _without_keys(draft: Draft) -> None:
    """Turn records of JSON into lists, where each has the same names in the same order."""
    if not _RECORDS.match(draft.text):
        return
    names = [_KEY.findall(record) for record in draft.text.split("}")[:-1]]
    if names and names[0] and all(each == names[0] for each in names):
        draft.say("header")
        draft.text = _KEY.sub("", draft.text)


def _without_dashes(draft: Draft) -> None:
    """Turn lists of YAML, with a dash before each number, into rows; and leave out a dash before each list."""
    lines = [line for line in draft.text.split("\n") if line.strip()]
    if len(lines) > 1 and all(re.match(r"[ \t]*-[ \t]+\[", line) for line in lines):
        draft.text = "\n".join(line.lstrip(" \t-") for line in lines)
        return
    items = [_ITEM.fullmatch(line) for line in lines]
    if not items or items[0] is None or not items[0][1]:
        return
    if all(item is not None for item in items):
        draft.text = "".join(("\n" if item[1] else " ") + item[2] for item in items if item is not None).strip()


def _side_by_side(above: str, parts: list[str]) -> str:
    """Return parts of the columns as one table, each row of the first with what belongs to it in the others."""
    tables = [[line.strip() for line in part.split("\n") if line.strip()] for part in parts]
    longest = max(map(len, tables))
    rows = (" ".join(table[row] for table in tables if row < len(table)) for row in range(longest))
    return above + "\n" + "\n".join(rows)
