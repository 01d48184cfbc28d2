"""SVGs: valid, of shapes and words, and the same picture as the PNG's."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np
import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core.scenario import Scenario
from game.export.asked import GRIDS, Picture
from game.export.exporting import steps_of_export
from game.export.studio import prepared
from game.export.svg import svg_text
from game.export.svg_text import document, escaped
from game.export.tracing import outlines
from game.files.settings import Settings
from game.input.mode_intents import TogglePredict
from game.session.reduce import reduce
from game.session.state import State, new_state
from game.ui import shapes
from tests import picture as pictures

from .scenes import drawn, finish, kinds, state

WIDE = Picture(width=1200)
SVG = "{http://www.w3.org/2000/svg}"


def svg_of(shown: State, asked: Picture = WIDE) -> str:
    return svg_text(prepared(shown, asked), asked)


def parsed(text: str) -> ET.Element:
    return ET.fromstring(text)


def words_in(text: str) -> list[str]:
    return [each.text or "" for each in parsed(text).iter(f"{SVG}text")]


def rendered(text: str, size: tuple[int, int]) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """Return what SDL's own reader of SVGs makes of it; it writes no text."""
    import io

    surface = pygame.image.load_sized_svg(io.BytesIO(text.encode()), size)
    return pygame.surfarray.array3d(surface).transpose(1, 0, 2).astype(np.float64)


@pytest.mark.parametrize("kind", list(kinds()))
def test_a_stage_is_valid_xml_of_shapes_and_words(kind: str) -> None:
    found = parsed(svg_of(kinds()[kind]))
    count = {name: len(list(found.iter(f"{SVG}{name}"))) for name in ("rect", "text", "image", "path")}
    assert found.get("viewBox") == "0 0 1200 675"
    assert count["rect"] + count["path"] > 60
    assert count["text"] > 20


@pytest.mark.parametrize("kind", ["one channel", "daylight", "three channels", "pooling"])
def test_a_flat_stage_has_no_pixels(kind: str) -> None:
    assert not list(parsed(svg_of(kinds()[kind])).iter(f"{SVG}image"))


def test_each_pixel_has_its_place_and_colour_in_both_pictures() -> None:
    """What lies lowest in the file are blocks of pixels of one gray, each beside the PNG's pixels in its corner."""
    shown, asked = state(position=16.0), Picture("image", 900)
    picture = drawn(shown, asked)
    group = next(each for each in parsed(svg_of(shown, asked)).iter(f"{SVG}g"))
    left, top = map(int, re.findall(r"-?\d+", group.get("transform", "")))
    blocks = [each for each in group.iter(f"{SVG}rect") if each.get("fill", "none") != "none"]
    assert {each.get("fill") for each in blocks} == {"#000000", "#ffffff"}
    pixels = 0
    for each in blocks:
        x, y, wide, high = (int(each.get(name, "0")) for name in ("x", "y", "width", "height"))
        found = picture[top + y + 20, left + x + 20]
        assert "#{:02x}{:02x}{:02x}".format(*found.tolist()) == each.get("fill")
        pixels += wide * high
    side = int(900 / (6 + 2 * 0.34))
    assert pixels == 36 * side**2


@pytest.mark.parametrize("kind", ["one channel", "daylight", "three channels", "pooling"])
def test_its_shapes_stand_where_the_pixels_are(kind: str) -> None:
    """Drawn by another program, which leaves out text and shadow: all other pixels are the same."""
    shown = kinds()[kind].changed(playback=kinds()[kind].playback.changed(position=0.0, playing=False))
    theirs, ours = rendered(svg_of(shown), (1200, 675)), drawn(shown, WIDE).astype(np.float64)
    differing = (np.abs(theirs - ours).max(axis=2) > 24).mean()
    assert differing < 0.05


@pytest.mark.parametrize("what", GRIDS)
def test_a_grid_alone_has_its_numbers_as_words(what: str) -> None:
    shown = state(position=15.999)
    said = words_in(svg_of(shown, Picture(what, 600)))
    assert len(said) >= {"image": 36, "kernel": 9, "products": 9, "output": 15}[what]


def test_words_keep_their_width_where_the_typeface_is_missing() -> None:
    every = list(parsed(svg_of(state())).iter(f"{SVG}text"))
    assert all(float(each.get("textLength", 0)) > 0 for each in every)
    assert parsed(svg_of(state())).get("font-family", "").startswith("IBM Plex Sans")


def test_titles_are_escaped() -> None:
    name = "</title><script>alert(1)</script>&\"'\x00\x1b"
    found = parsed(svg_of(state(name=name)))
    assert found[0].text == "</title><script>alert(1)</script>&\"'"
    assert not list(found.iter(f"{SVG}script"))


@given(st.text())
def test_any_text_becomes_valid_xml(text: str) -> None:
    found = parsed(f"<a b='{escaped(text)}'>{escaped(text)}</a>")
    kept = [sign for sign in text if sign == "\n" or sign == "\t" or sign >= " "]
    assert len(found.text or "") <= len(text)
    assert len(found.text or "") >= len([sign for sign in kept if sign < "\ud800"])


def test_a_secret_answer_is_not_in_the_file() -> None:
    """The sum, 37, stands nowhere while it is asked for, and stands there in the same step without the question."""
    pictures.ensure_screen()
    image = np.array([[1.0, 2.0], [3.0, 3.0]])
    scenario = Scenario(image, np.array([[5.0, 4.0], [3.0, 5.0]]), white=3.0)
    plain = new_state(scenario, Settings(), 1.0, playing=False)
    asked = reduce(new_state(scenario, Settings(), 0.0, playing=False), TogglePredict())
    assert "37" in words_in(svg_of(plain))
    assert asked.predict.on
    for what in ("stage", *GRIDS):
        assert "37" not in words_in(svg_of(asked, Picture(what, 1200)))


def test_a_photo_stays_a_picture_and_its_file_small(tmp_path: Path) -> None:
    pictures.ensure_screen()
    image = tuple(np.random.default_rng(1).integers(0, 256, (3, 256, 256)) / 255)
    shown = new_state(Scenario(image, np.ones((1, 3, 3, 3)) / 9), Settings(), 300.0)
    finish(steps_of_export(shown, tmp_path / "a.svg", Picture(width=1200)))
    assert list(parsed((tmp_path / "a.svg").read_text("utf-8")).iter(f"{SVG}image"))
    assert (tmp_path / "a.svg").stat().st_size < 3_000_000


def test_an_outline_is_found_where_it_was_drawn() -> None:
    """A disc's outline is its radius away from its middle, and a hole is told apart from what is around it."""
    disc = shapes.rounded_mask(40, 40, 20.0).T
    (ring,) = outlines(disc)
    radii = [np.hypot(x - 20, y - 20) for x, y in ring]
    assert max(abs(radius - 20) for radius in radii) < 0.1
    assert len(outlines(shapes.ring_mask(40, 40, 20.0, 4.0).T)) == 2
    assert outlines(np.zeros((5, 5))) == ()


def test_a_straight_edge_between_two_pixels_is_found_there() -> None:
    mask = np.zeros((10, 10))
    mask[2:8, 2:8] = 1.0
    mask[2:8, 8] = 0.25  # a quarter more
    (ring,) = outlines(mask)
    assert max(x for x, _ in ring) == pytest.approx(8.17, abs=0.01)


def test_an_empty_picture_is_a_document() -> None:
    assert parsed(document([], (10, 20), 300, "")).get("height") == "600"
