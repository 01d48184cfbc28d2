"""PDFs: a page for each step, its words and its shapes."""

from __future__ import annotations

import io
import itertools
import re
import zlib
from base64 import a85decode
from pathlib import Path

import pytest

from game.export.asked import Picture, Steps
from game.export.exporting import steps_of_export
from game.export.qr import MOST, qr_picture, write_qr
from game.files.errors import FileProblem

from .scenes import files_in, finish, kinds, pixels, state

WIDE = Picture(width=1200)


def streams(path: Path) -> list[bytes]:
    """Return what the pages, typefaces and pictures of a file say."""
    found = re.findall(rb"stream\r?\n(.*?)endstream", path.read_bytes(), re.DOTALL)
    unpacked = []
    for each in found:
        data = each.strip()
        data = (
            a85decode(data, adobe=data.startswith(b"<~")) if data.endswith(b"~>") and data.startswith(b"<~") else data
        )
        data = a85decode(b"<~" + data, adobe=True) if data.endswith(b"~>") else data
        unpacked.append(zlib.decompress(data))
    return unpacked


@pytest.mark.parametrize("kind", list(kinds()))
def test_a_pdf_has_a_page_for_each_step_with_the_typeface_in_it(tmp_path: Path, kind: str) -> None:
    finish(steps_of_export(kinds()[kind], tmp_path / "a.pdf", WIDE, Steps(2, 4)))
    data = (tmp_path / "a.pdf").read_bytes()
    assert len(re.findall(rb"/Type /Page\b(?!s)", data)) == 3
    assert b"IBMPlexSans" in data
    assert data.startswith(b"%PDF-")


def test_a_page_is_of_shapes_and_words(tmp_path: Path) -> None:
    finish(steps_of_export(state(), tmp_path / "a.pdf", WIDE, Steps(3, 3)))
    page = max(streams(tmp_path / "a.pdf"), key=lambda each: each.count(b" Tf"))
    assert page.count(b" Tj") > 40
    assert page.count(b" re") + page.count(b" c\n") > 60


def test_a_pdf_is_the_same_each_time_and_its_title_harmless(tmp_path: Path) -> None:
    for name in ("a", "b"):
        shown = state(name="(a) \\ <b> \x00 ) Tj")
        finish(steps_of_export(shown, tmp_path / f"{name}.pdf", WIDE, Steps(1, 1)))
    first, second = ((tmp_path / f"{name}.pdf").read_bytes() for name in ("a", "b"))
    assert first == second
    assert first.count(b"/Type /Page\n") + first.count(b"/Type /Page ") == 1


def test_a_pdf_that_is_left_early_leaves_nothing(tmp_path: Path) -> None:
    export = steps_of_export(state(), tmp_path / "a.pdf", WIDE, Steps(1, 4))
    assert 0 < list(itertools.islice(export, 2))[-1] < 1
    export.close()
    assert files_in(tmp_path) == []


def test_a_code_is_its_text_and_can_be_read_below(tmp_path: Path) -> None:
    """The modules are those of the same text by the library's own picture."""
    import numpy as np
    import segno
    from PIL import Image

    state()
    text = "KS1-" + "A1b2" * 20
    write_qr(text, tmp_path / "a.png", 600)
    data = io.BytesIO()
    code = segno.make_qr(text, error="m", boost_error=True)
    code.save(data, kind="png", border=4)
    expected = np.asarray(Image.open(data).convert("L")) > 127
    found = pixels(tmp_path / "a.png")[:, :, 0]
    module = found.shape[1] // expected.shape[1]
    side = module * expected.shape[1]
    assert found.shape[1] == side <= 600
    assert np.array_equal(found[module // 2 : side : module, module // 2 : side : module] > 127, expected)
    assert "".join(line.text for line in qr_picture(text, 600).lines) == text
    assert (found[side:] < 128).any()


def test_a_code_as_svg_is_valid_and_escaped(tmp_path: Path) -> None:
    from xml.etree import ElementTree as ET

    state()
    write_qr("KS1-<&\"'>", tmp_path / "a.svg")
    found = ET.parse(tmp_path / "a.svg").getroot()
    said = [each.text for each in found.iter("{http://www.w3.org/2000/svg}text")]
    assert said == ["KS1-<&\"'>"]


@pytest.mark.parametrize("length", [1, MOST])
def test_a_code_takes_up_to_800_characters(length: int) -> None:
    state()
    assert qr_picture("a" * length).size[0] <= 800


@pytest.mark.parametrize("length", [0, MOST + 1])
def test_other_lengths_are_refused(length: int) -> None:
    with pytest.raises(FileProblem) as refused:
        qr_picture("a" * length)
    assert refused.value.key == "qr_length"
