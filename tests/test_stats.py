"""What --stats prints: durations to one percent, and the memory."""

from __future__ import annotations

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.stats import Durations, peak_memory, report

MILLISECONDS = st.lists(st.floats(min_value=0.02, max_value=5_000), min_size=1, max_size=300)


@given(MILLISECONDS, st.sampled_from([0.5, 0.95, 0.99, 1.0]))
def test_shares_are_those_of_sorted_durations_to_one_percent(lengths: list[float], part: float) -> None:
    durations = Durations()
    for length in lengths:
        durations.add(length / 1e3)
    expected = float(np.quantile(lengths, part, method="inverted_cdf"))
    assert durations.share(part) * 1e3 == pytest.approx(expected, rel=0.011)


def test_the_report_names_frames_median_late_frames_and_memory() -> None:
    durations = Durations()
    for _ in range(98):
        durations.add(0.002)
    durations.add(0.2)
    durations.add(0.2)
    found = re.fullmatch(
        r"100 frames; .*: median ([\d.]+) ms, 99th .* ([\d.]+) ms; most memory .*: (\d+) MB", report(durations)
    )
    assert found is not None
    assert float(found[1]) == pytest.approx(2, rel=0.01)
    assert float(found[2]) == pytest.approx(200, rel=0.01)
    memory = peak_memory()
    assert memory is not None
    assert 10 < int(found[3]) == round(memory / 2**20)


def test_nothing_drawn_is_no_mistake() -> None:
    assert report(Durations()).startswith("0 frames; ")
