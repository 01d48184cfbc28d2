"""The PDF, read back by pypdf: every number and blank is there, where it shall be; the same bytes each time."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from functools import lru_cache
from pathlib import Path

import pytest
from pypdf import PageObject, PdfReader

from game.worksheet.layout import laid_out
from game.worksheet.making import worksheets
from game.worksheet.marks import Line, Rectangle, Text
from game.worksheet.sheet import Options
from tests.worksheet.examples import EXAMPLES, worksheet_of

ROOT = Path(__file__).parents[2]
MM = 25.4 / 72
RECTANGLE = re.compile(r"([\d.-]+) ([\d.-]+) ([\d.-]+) ([\d.-]+) re S")
LINE = re.compile(r"([\d.-]+) ([\d.-]+) m ([\d.-]+) ([\d.-]+) l S")
SEVERAL = ("drawn", "channels", "max", "transposed", "average uncounted")


@lru_cache(maxsize=32)
def files(name: str, paper: str = "a4", versions: int = 1) -> dict[str, bytes]:
    return worksheets(EXAMPLES[name], Options(name="s", paper=paper, versions=versions))


def read(data: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(data), strict=True)


def content(page: PageObject) -> str:
    found = page.get_contents()
    assert found is not None
    return found.get_data().decode("latin-1")


def placed(page: PageObject) -> list[tuple[str, float, float]]:
    """Return the texts of a page with where each begins, in millimetres from the upper left corner."""
    found: list[tuple[str, float, float]] = []

    def note(text: str, matrix: list[float], place: list[float], *_: object) -> None:
        del matrix
        if text.strip():
            found.append((text.strip(), place[4] * MM, (float(page.mediabox.height) - place[5]) * MM))

    page.extract_text(visitor_text=note)
    return found


@pytest.mark.parametrize("name", SEVERAL)
def test_every_text_of_the_pages_is_in_the_pdf_where_it_was_laid(name: str) -> None:
    for file, key in (("s.pdf", False), ("s-key.pdf", True)):
        sheet = worksheet_of(EXAMPLES[name], Options(name="s"), "A")
        for page, made in zip(read(files(name)[file]).pages, laid_out(sheet, key=key), strict=True):
            found = placed(page)
            for mark in made.marks:
                if isinstance(mark, Text):
                    near = [words for words, left, line in found if abs(left - mark.left) + abs(line - mark.line) < 0.1]
                    assert mark.words in near, mark


@pytest.mark.parametrize("name", SEVERAL)
def test_every_number_of_the_image_the_kernel_and_the_key_can_be_read(name: str) -> None:
    sheet = worksheet_of(EXAMPLES[name], Options(name="s"), "A")
    printed = [words for page in read(files(name)["s.pdf"]).pages for words, *_ in placed(page)]
    solved = [words for page in read(files(name)["s-key.pdf"]).pages for words, *_ in placed(page)]
    figures = [figure for block in sheet.blocks for figure in block.figures]
    numbers = [words for figure in figures for row in figure.cells for words in row if words]
    fills = [fill for block in sheet.blocks for fill in block.lines]
    fills += [fill for block in sheet.blocks for terms in block.terms for fill in terms.fills]
    answers = [words for figure in figures for row in figure.answers for words in row]
    answers += [words for fill in fills for words in fill.answers]
    for words in set(numbers):
        assert printed.count(words) >= numbers.count(words)
    for words in set(numbers + answers):
        assert solved.count(words) >= numbers.count(words) + answers.count(words)
    task = sheet.blocks[0].task.split()
    assert all(any(word in words.split() for words in printed) for word in task)


@pytest.mark.parametrize("name", SEVERAL)
def test_every_blank_is_a_line_and_every_cell_a_square_of_at_least_9_millimetres(name: str) -> None:
    sheet = worksheet_of(EXAMPLES[name], Options(name="s"), "A")
    blanks = cells = 0
    for page in read(files(name)["s.pdf"]).pages:
        for found in RECTANGLE.findall(content(page)):
            width, height = (abs(float(each)) * MM for each in found[2:])
            assert min(width, height) >= 9 - 1e-3
            cells += abs(width - height) < 0.01
        blanks += len(LINE.findall(content(page))) - 1  # the line above the foot
    fills = [fill for block in sheet.blocks for fill in block.lines]
    fills += [fill for block in sheet.blocks for terms in block.terms for fill in terms.fills]
    assert blanks == sum(len(fill.answers) for fill in fills) + 2, "and name and class"
    figures = [figure for block in sheet.blocks for figure in block.figures]
    assert cells == sum(figure.size[0] * figure.size[1] for figure in figures)


@pytest.mark.parametrize(("paper", "size"), [("a4", (210.0, 297.0)), ("letter", (215.9, 279.4))])
def test_the_pages_have_the_size_of_the_paper_and_nothing_lies_in_the_margins(
    paper: str, size: tuple[float, float]
) -> None:
    for name in SEVERAL:
        for data in files(name, paper).values():
            for page in read(data).pages:
                width, height = (float(each) * MM for each in (page.mediabox.width, page.mediabox.height))
                assert (width, height) == pytest.approx(size, abs=0.01)
                for _, left, line in placed(page):
                    assert 15 - 0.01 <= left <= width - 15
                    assert 15 <= line <= height - 15
                for box in RECTANGLE.findall(content(page)):
                    left, foot, wide, high = (float(each) * MM for each in box)
                    assert left >= 15 - 0.01
                    assert foot >= 15 - 0.01
                    assert left + wide <= width - 15 + 0.01
                    assert foot + high <= height - 15 + 0.01
                for ends in LINE.findall(content(page)):
                    assert all(15 - 0.01 <= float(end) * MM <= most - 15 + 0.01
                               for end, most in zip(ends, (width, height) * 2, strict=True))  # fmt: skip


def test_the_typeface_is_in_the_file_and_no_other_is_asked_for_a_sign() -> None:
    for data in files("drawn").values():
        for page in read(data).pages:
            used = set(re.findall(r"/(F\d+(?:\+\d+)?) [\d.]+ Tf", content(page)))
            fonts = page["/Resources"]["/Font"]  # type: ignore[index]
            for name in fonts:
                font = fonts[name].get_object()
                embedded = "/FontFile2" in font.get("/FontDescriptor", {})
                assert embedded == ("IBMPlexSans" in font["/BaseFont"])
                if embedded:
                    assert "/ToUnicode" in font
            shown = [words for words, *_ in placed(page)]
            assert shown
            assert used


def test_it_is_black_on_white() -> None:
    for data in files("channels").values():
        for page in read(data).pages:
            assert not re.search(r"(?<![\d.])(?!0 0 0)[\d.]+ [\d.]+ [\d.]+ (rg|RG)\b", content(page))


def test_answers_are_in_the_key_alone() -> None:
    sheet = worksheet_of(EXAMPLES["drawn"], Options(name="s"), "A")
    answers = [mark for page in laid_out(sheet, key=True) for mark in page.marks if getattr(mark, "answer", False)]
    assert answers
    empty = read(files("drawn")["s.pdf"]).pages
    for page, made in zip(empty, laid_out(sheet, key=True), strict=True):
        found = placed(page)
        for mark in made.marks:
            if isinstance(mark, Text) and mark.answer:
                assert not [each for each in found if abs(each[1] - mark.left) + abs(each[2] - mark.line) < 1]
    total = [len(placed(page)) for page in read(files("drawn")["s.pdf"]).pages]
    solved = [len(placed(page)) for page in read(files("drawn")["s-key.pdf"]).pages]
    assert all(one < other for one, other in zip(total, solved, strict=True))


def test_the_key_has_the_pages_of_all_versions_in_order() -> None:
    found = files("drawn", "a4", 4)
    pages = read(found["s-key.pdf"]).pages
    each = [len(read(found[f"s-{version}.pdf"]).pages) for version in "ABCD"]
    assert len(pages) == sum(each)
    foots = [re.findall(r"version (\w), seed 1703: the key", page.extract_text())[0] for page in pages]
    assert foots == [version for version, count in zip("ABCD", each, strict=True) for _ in range(count)]


def test_versions_differ_in_what_is_printed() -> None:
    found = files("drawn", "a4", 4)
    texts = {"".join(page.extract_text() for page in read(found[f"s-{version}.pdf"]).pages) for version in "ABCD"}
    assert len({re.sub("[Vv]ersion .", "", words) for words in texts}) == 4


MADE = """
import hashlib, sys
from game.worksheet.making import worksheets
from game.worksheet.sheet import Options
from tests.worksheet.examples import EXAMPLES, worksheet_of
for data in worksheets(EXAMPLES["channels"], Options(name="s", versions=2)).values():
    print(hashlib.sha256(data).hexdigest())
"""


def test_the_same_worksheet_has_the_same_bytes_in_any_process() -> None:
    runs = {
        subprocess.run(
            [sys.executable, "-c", MADE], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
        ).stdout
        for _ in range(2)
    }
    assert len(runs) == 1


def test_a_title_of_any_signs_is_harmless() -> None:
    title = "\u202e<b>(x)\\ \x00\n\ud800 漢字 é ∑ 🎓)"
    found = worksheets(EXAMPLES["sobel"], Options(title=title, name="(a)\\", blocks=("size",)))
    reader = read(found["(a)\\.pdf"])
    assert reader.metadata is not None
    assert reader.metadata.title is not None
    assert reader.metadata.title.isprintable()
    assert "<b>(x)\\" in reader.pages[0].extract_text()
    assert "é ∑" in reader.pages[0].extract_text()


def test_what_is_drawn_is_what_was_laid_out() -> None:
    sheet = worksheet_of(EXAMPLES["channels"], Options(name="s"), "A")
    for page, made in zip(read(files("channels")["s-key.pdf"]).pages, laid_out(sheet, key=True), strict=True):
        boxes = [mark for mark in made.marks if isinstance(mark, Rectangle)]
        lines = [mark for mark in made.marks if isinstance(mark, Line)]
        assert len(RECTANGLE.findall(content(page))) == len(boxes)
        hatching = sum(len(mark.strokes()) for mark in made.marks if hasattr(mark, "strokes"))
        assert len(LINE.findall(content(page))) == len(lines) + hatching
