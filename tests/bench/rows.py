"""A row of the table: figures of one measurement, what they must reach, and how it is all written."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np


@dataclass(frozen=True)
class Limits:
    """What a row must reach, in its unit; None where nothing is asked."""

    median: float | None = None
    p95: float | None = None
    p99: float | None = None


@dataclass(frozen=True)
class Row:
    """One line: its name, figures and unit ("b", "times", "%", "s" or "ms"), its limits, and a remark."""

    name: str
    median: float
    p95: float
    p99: float
    unit: str
    limit: Limits
    remark: str = ""

    @property
    def ok(self) -> bool:
        """Whether every figure that has a limit keeps it."""
        pairs = ((self.median, self.limit.median), (self.p95, self.limit.p95), (self.p99, self.limit.p99))
        return all(figure <= limit for figure, limit in pairs if limit is not None)

    def values(self) -> dict[str, object]:
        """Return the row as ``--json`` writes it."""
        limits = {"median": self.limit.median, "p95": self.limit.p95, "p99": self.limit.p99}
        return {
            "name": self.name,
            "median": round(self.median, 4),
            "p95": round(self.p95, 4),
            "p99": round(self.p99, 4),
            "unit": self.unit,
            "limit": {name: limit for name, limit in limits.items() if limit is not None},
            "ok": self.ok,
            "remark": self.remark,
        }


def row_of(name: str, figures: Sequence[float], unit: str, limit: Limits, remark: str = "") -> Row:
    """Return the row of many figures."""
    median, p95, p99 = (float(np.percentile(figures, part)) for part in (50, 95, 99))
    return Row(name, median, p95, p99, unit, limit, remark)


def single(name: str, figure: float, unit: str, limit: float, remark: str = "") -> Row:
    """Return the row of one figure."""
    return Row(name, figure, figure, figure, unit, Limits(median=limit), remark)


HEAD = f"{'what':58} {'median':>8} {'p95':>8} {'p99':>8} {'unit':6} {'must reach':24} {'':4}"


def line(row: Row) -> str:
    """Return a row as a line of the printed table."""
    parts = (("median", row.limit.median), ("p95", row.limit.p95), ("p99", row.limit.p99))
    must = ", ".join(f"{name} ≤ {limit:g}" for name, limit in parts if limit is not None)
    figures = f"{row.median:8.2f} {row.p95:8.2f} {row.p99:8.2f}"
    remark = f"  ({row.remark})" if row.remark else ""
    return f"{row.name:58} {figures} {row.unit:6} {must:24} {'ok' if row.ok else 'NO'}{remark}"


def write_json(path: Path, rows: Sequence[Row]) -> None:
    """Write the rows as a JSON list."""
    path.write_text(json.dumps([row.values() for row in rows], indent=2) + "\n", encoding="utf-8")
