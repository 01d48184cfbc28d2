"""The last guard before the font: whatever the text, it is measured and drawn, in one line."""

from __future__ import annotations

import pytest

from tests.picture import new_canvas

TEXTS = ("bad\udcff\udcfename", "two\nlines", "nothing\0after", "\x1b[31m", "turned\u202eround", "a\u2028b")


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("bold", [False, True])
def test_any_text_can_be_measured_and_drawn_in_one_line(text: str, bold: bool) -> None:
    typeface = new_canvas((10, 10)).type
    surface = typeface.render(text, 20, bold, (255, 255, 255))
    assert surface.get_size() == (
        typeface.width(text, 20, bold),
        typeface.render("H", 20, bold, (0, 0, 0)).get_height(),
    )
    typeface.outlined(text, 20, bold, (255, 255, 255), (0, 0, 0))
    assert typeface.shortened(text, 20, bold, 40)
    assert typeface.wrapped(text, 20, bold, 40)
