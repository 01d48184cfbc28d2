"""Reading texts that are made to be slow, beside a plain look at each of their signs."""

from __future__ import annotations

from tests.reading.hostile import LENGTHS, MOST_TIMES, UNITS, of_length, plain_look, reading

from .rows import Row, single


def hostile_texts() -> list[Row]:
    """Return how long the slowest text of 4 MB, or less, takes to be read or refused, in times of `re.findall`."""
    look = min(plain_look() for _ in range(3))
    slowest, unit = max((reading(of_length(unit, length)), unit) for unit in UNITS for length in LENGTHS)
    row = single(
        "the slowest of hostile texts up to 4 MB, against a plain look at 4 MB", slowest / look, "times", MOST_TIMES
    )
    return [Row(row.name, row.median, row.p95, row.p99, row.unit, row.limit, f"of {unit!r}")]
