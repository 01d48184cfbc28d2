"""A lock is held once, and goes with whoever holds it."""

import os
from pathlib import Path

import pytest

from game.files import lock
from game.files.lock import claimed


def test_only_one_holds_a_lock_until_it_lets_go(tmp_path: Path) -> None:
    held = claimed(tmp_path / "lock")
    assert held is not None
    assert claimed(tmp_path / "lock") is None
    held.release()
    held.release()
    again = claimed(tmp_path / "lock")
    assert again is not None
    again.release()


def test_a_refused_lock_leaves_no_file_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = claimed(tmp_path / "lock")
    assert held is not None
    opened: list[int] = []
    closed: list[int] = []
    system_open, system_close = os.open, os.close

    def noted_open(path: Path, flags: int, mode: int = 0o777) -> int:
        opened.append(system_open(path, flags, mode))
        return opened[-1]

    def noted_close(descriptor: int) -> None:
        closed.append(descriptor)
        system_close(descriptor)

    monkeypatch.setattr(os, "open", noted_open)
    monkeypatch.setattr(os, "close", noted_close)
    refused = [claimed(tmp_path / "lock") for _ in range(5)]
    monkeypatch.undo()
    held.release()
    assert refused == [None] * 5
    assert len(opened) == 5
    assert closed == opened


@pytest.mark.skipif(os.name != "posix", reason="Windows removes no file that is open")
def test_a_lock_on_a_file_that_was_just_removed_is_no_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, hold = tmp_path / "lock", lock._hold

    def remove_then_hold(descriptor: int) -> None:
        path.unlink()
        hold(descriptor)

    def replace_then_hold(descriptor: int) -> None:
        remove_then_hold(descriptor)
        path.touch()

    for meanwhile in (remove_then_hold, replace_then_hold):
        monkeypatch.setattr(lock, "_hold", meanwhile)
        assert claimed(path) is None


def test_a_lock_in_a_folder_that_is_gone_raises(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        claimed(tmp_path / "none" / "lock")
