"""Documents of LaTeX: any title and any size of matrix can be set; here with pdfLaTeX, where it is installed."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import numpy as np
import pytest
from pypdf import PdfReader

from game.core.scenario import Scenario
from game.files.exported import Exported
from game.handout.latex import latex_file
from tests.tools.exported_latex import PROGRAM, faults_of

TITLE = "卷积 – Größe “α” 🙂 \\input{/etc/passwd} 100 % #1 \\end{document}"


def wide() -> Scenario:
    image = np.random.default_rng(2).integers(0, 10, (70, 60)) / 10 + 0.05
    return Scenario(image, np.array([[1.0, -0.25], [0.5, 2.0]]), 1.0, name=TITLE)


def test_a_sign_that_fonts_do_not_have_is_a_question_mark_and_every_matrix_is_fitted() -> None:
    text = latex_file(Exported(wide())).decode()
    for sign in "卷积α🙂":
        assert f"\\DeclareUnicodeCharacter{{{ord(sign):04X}}}{{?}}" in text
    assert text.index("\\DeclareUnicodeCharacter") < text.index("\\begin{document}")
    assert len(re.findall(r"\\fitted\{\\begin\{bmatrix\}", text)) == text.count("\\end{bmatrix}}") == 3
    assert "\\DeclareUnicodeCharacter" not in latex_file(Exported(wide().named("plain"))).decode()


@pytest.mark.skipif(shutil.which(PROGRAM) is None, reason="LaTeX is not installed")
def test_a_wide_matrix_and_a_title_of_any_script_are_set_inside_the_margins(tmp_path: Path) -> None:
    assert faults_of(latex_file(Exported(wide())), tmp_path) == []
    pages = PdfReader(tmp_path / "document.pdf").pages
    words = " ".join(page.extract_text() for page in pages)
    numbers = re.findall(r"\d\.\d\d", words)
    assert len(numbers) >= 70 * 60, "all pixels are there"
    assert "etc/passwd" in words
    assert len(pages) <= 3
