"""Numbers in one row with a shape before or behind them, in programs: shaders, J, Eigen, Pillow, TensorFlow, files."""

from __future__ import annotations

import re

from .draft import Draft
from .flat_form import GAP, QUOTE, SIZE, VALUES, Flat, Words, words_in
from .number_text import number_of


def _columns_of_shader(draft: Draft, found: re.Match[str]) -> Words:
    """Read a matrix of GLSL whose columns are vectors, each as a row, as it is seen; that is said."""
    draft.shape = (int(found[1]), int(found[1]))
    draft.say("by row")
    return words_in(",".join(re.findall(r"\(([^()]*)\)", found[2])))


def _reshaped(draft: Draft, found: re.Match[str]) -> Words:
    """Read numbers with a shape before them, as in J, APL, Eigen and files of OpenCV."""
    draft.shape = (int(found[1]), int(found[2] or found[1]))
    return words_in(found[3].replace("\n", " "))


def _of_width(draft: Draft, found: re.Match[str]) -> Words:
    """Read a kernel of Pillow or Java: width, height, numbers, and what Pillow divides by."""
    draft.shape = (int(found[2]), int(found[1]))
    if found[4] and found[4] != "1":
        draft.factors.append((number_of(found[4]) or 1.0, True))
    if found[5] and number_of(found[5]):
        draft.say("around")
    return words_in(found[3])


def _shape_behind(draft: Draft, found: re.Match[str]) -> Words:
    draft.shape = tuple(int(length) for length in re.findall(r"\d+", found[2]))
    return words_in(found[1])


def _by_column(draft: Draft, found: re.Match[str]) -> Words:
    draft.by_column = True
    return _reshaped(draft, found)


IN_PROGRAMS = (
    Flat(
        "shaders, column by column",
        re.compile(
            r"(?:const |static ){0,2}(?:mat[2-4] \w{1,40} ?= ?)?mat([2-4])\s?\(("
            r"(?:\s{0,99},?\s{0,99}vec[2-4]\([^()]{1,200}\)){2,4})\s{0,99}\)"
        ),
        _columns_of_shader,
    ),
    Flat(
        "J and APL",
        re.compile(rf"(?:[A-Za-z]\w{{0,40}}\s?(?:=:|←)\s?)?{SIZE} {SIZE}\s?(?:\$|⍴|rho)\s?{VALUES}"),
        _reshaped,
    ),
    Flat(
        "Eigen and small matrices of OpenCV",
        re.compile(
            r"(?:Eigen::|cv::)?Mat(?:rix|x)([2-9])(?:x?([2-9]))?[a-z] \w{1,40}\s?(?:;\s{0,99}\w{1,40}\s?<<|\()"
            rf"{VALUES}\)?"
        ),
        _reshaped,
    ),
    Flat(
        "files of OpenCV and ROS",
        re.compile(
            rf"(?:[^\[\]]{{0,200}}[\s{{,])?{QUOTE}rows{QUOTE}\s?:\s?{SIZE}[,\s]{{1,99}}{QUOTE}cols{QUOTE}\s?:\s?{SIZE}"
            rf"[,\s]{{1,99}}(?:{QUOTE}dt{QUOTE}\s?:\s?{QUOTE}\w{{1,9}}{QUOTE}[,\s]{{1,99}})?{QUOTE}data{QUOTE}\s?:"
            rf"\s?\[{VALUES}\][\s}}]{{0,99}}"
        ),
        _reshaped,
    ),
    Flat(
        "kernels of Pillow and Java",
        re.compile(
            rf"(?:\w{{1,40}}\s?=\s?)?(?:new )?(?:\w{{1,40}}\.){{0,2}}Kernel\(\s?"
            rf"(?:size\s?=\s?)?\(?\s?{SIZE}\s?,\s?{SIZE}\s?\)?\s?,"
            rf"{GAP}(?:kernel\s?=\s?)?(?:new float ?\[\d{{0,4}}\]{GAP})?[\[({{]{VALUES}[\])}}]"
            rf"(?:{GAP},{GAP}(?:scale\s?=\s?)?([\d.]{{1,20}}))?(?:{GAP},{GAP}"
            rf"(?:offset\s?=\s?)?(-?[\d.]{{1,20}}))?{GAP}\)"
        ),
        _of_width,
    ),
    Flat(
        "TensorFlow in JavaScript",
        re.compile(
            rf"(?:(?:const|let|var) \w{{1,40}} ?= ?)?"
            rf"(?:tf\.)?tensor[1-4]?d?\(\s?\[{VALUES}\]{GAP},{GAP}\[([\d,\s]{{1,40}})\]\s?\)"
        ),
        _shape_behind,
    ),
    Flat(
        "files of Matrix Market",
        re.compile(
            rf"%%MatrixMarket matrix array \w{{1,20}} general\s?\n(?:%[^\n]*\n)*\s{{0,9}}{SIZE} {SIZE}\s?\n{VALUES}"
        ),
        _by_column,
    ),
)
