"""The measure of colours itself: CIEDE2000 gives what is published, and the deficiencies see what they should."""

from __future__ import annotations

import pytest

from .colour_vision import DEFICIENCIES, EYES, NORMAL, apart, difference, seen_by

SHARMA_2005 = """
50.0000 2.6772 -79.7751 50.0000 0.0000 -82.7485 2.0425
50.0000 3.1571 -77.2803 50.0000 0.0000 -82.7485 2.8615
50.0000 2.8361 -74.0200 50.0000 0.0000 -82.7485 3.4412
50.0000 -1.3802 -84.2814 50.0000 0.0000 -82.7485 1.0000
50.0000 -1.1848 -84.8006 50.0000 0.0000 -82.7485 1.0000
50.0000 -0.9009 -85.5211 50.0000 0.0000 -82.7485 1.0000
50.0000 0.0000 0.0000 50.0000 -1.0000 2.0000 2.3669
50.0000 -1.0000 2.0000 50.0000 0.0000 0.0000 2.3669
50.0000 2.4900 -0.0010 50.0000 -2.4900 0.0009 7.1792
50.0000 2.4900 -0.0010 50.0000 -2.4900 0.0010 7.1792
50.0000 2.4900 -0.0010 50.0000 -2.4900 0.0011 7.2195
50.0000 2.4900 -0.0010 50.0000 -2.4900 0.0012 7.2195
50.0000 -0.0010 2.4900 50.0000 0.0009 -2.4900 4.8045
50.0000 -0.0010 2.4900 50.0000 0.0010 -2.4900 4.8045
50.0000 -0.0010 2.4900 50.0000 0.0011 -2.4900 4.7461
50.0000 2.5000 0.0000 50.0000 0.0000 -2.5000 4.3065
50.0000 2.5000 0.0000 73.0000 25.0000 -18.0000 27.1492
50.0000 2.5000 0.0000 61.0000 -5.0000 29.0000 22.8977
50.0000 2.5000 0.0000 56.0000 -27.0000 -3.0000 31.9030
50.0000 2.5000 0.0000 58.0000 24.0000 15.0000 19.4535
50.0000 2.5000 0.0000 50.0000 3.1736 0.5854 1.0000
50.0000 2.5000 0.0000 50.0000 3.2972 0.0000 1.0000
50.0000 2.5000 0.0000 50.0000 1.8634 0.5757 1.0000
50.0000 2.5000 0.0000 50.0000 3.2592 0.3350 1.0000
60.2574 -34.0099 36.2677 60.4626 -34.1751 39.4387 1.2644
63.0109 -31.0961 -5.8663 62.8187 -29.7946 -4.0864 1.2630
61.2901 3.7196 -5.3901 61.4292 2.2480 -4.9620 1.8731
35.0831 -44.1164 3.7933 35.0232 -40.0716 1.5901 1.8645
22.7233 20.0904 -46.6940 23.0331 14.9730 -42.5619 2.0373
36.4612 47.8580 18.3852 36.2715 50.5065 21.2231 1.4146
90.8027 -2.0831 1.4410 91.1528 -1.6435 0.0447 1.4441
90.9257 -0.5406 -0.9208 88.6381 -0.8985 -0.7239 1.5381
6.7747 -0.2908 -2.4247 5.8714 -0.0985 -2.2286 0.6377
2.0776 0.0795 -1.1350 0.9033 -0.0636 -0.5514 0.9082
"""
"""Table 1 of the paper: two colours in CIELAB, and their difference."""

PAIRS = [tuple(float(number) for number in line.split()) for line in SHARMA_2005.split("\n") if line]


@pytest.mark.parametrize("pair", PAIRS)
def test_the_difference_is_the_published_one(pair: tuple[float, ...]) -> None:
    first, second, published = pair[0:3], pair[3:6], pair[6]
    assert len(PAIRS) == 34
    assert difference(first, second) == pytest.approx(published, abs=5e-5)  # type: ignore[arg-type]  # three each
    assert difference(second, first) == pytest.approx(published, abs=5e-5)  # type: ignore[arg-type]


def test_a_colour_has_the_known_place_in_cielab() -> None:
    assert seen_by((255, 255, 255), NORMAL) == pytest.approx((100, 0, 0), abs=1e-3)
    assert seen_by((255, 0, 0), NORMAL) == pytest.approx((53.24, 80.09, 67.20), abs=0.02)
    assert seen_by((0, 0, 0), NORMAL) == pytest.approx((0, 0, 0), abs=1e-9)


@pytest.mark.parametrize("eye", EYES)
def test_grays_look_the_same_to_every_eye(eye: str) -> None:
    for level in range(0, 256, 15):
        light, a, b = seen_by((level, level, level), eye)
        assert hypot_of(a, b) < 0.1
        assert light == pytest.approx(seen_by((level, level, level), NORMAL)[0], abs=0.01)


def hypot_of(a: float, b: float) -> float:
    return float((a * a + b * b) ** 0.5)


@pytest.mark.parametrize(
    ("eye", "first", "second"),
    [
        ("protanopia", (150, 120, 60), (110, 128, 60)),
        ("deuteranopia", (150, 120, 60), (110, 133, 60)),
        ("tritanopia", (120, 160, 200), (120, 172, 150)),
    ],
)
def test_colours_that_a_deficiency_confuses_come_nearer(
    eye: str, first: tuple[int, int, int], second: tuple[int, int, int]
) -> None:
    assert apart(first, second, NORMAL) > 10
    assert apart(first, second, eye) < apart(first, second, NORMAL) * 0.6
    assert all(apart(first, second, other) > apart(first, second, eye) for other in DEFICIENCIES if other != eye)
