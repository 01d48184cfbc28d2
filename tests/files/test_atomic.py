"""A file is written whole or not at all."""

import contextlib
import errno
import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from game.files.atomic import PREFIX, SUFFIX, put_aside, remove_leftovers, remove_leftovers_of, write_whole
from game.files.errors import FileProblem
from game.files.strict_json import read_bytes

OLD, NEW = b"old" * 1000, b"new" * 1000


def refused(path: Path) -> FileProblem:
    with pytest.raises(FileProblem) as caught:
        write_whole(path, NEW)
    return caught.value


def test_a_new_file_and_one_that_is_replaced_hold_just_the_new_bytes(tmp_path: Path) -> None:
    path = tmp_path / "file.json"
    write_whole(path, OLD)
    assert path.read_bytes() == OLD
    write_whole(path, b"short")
    assert path.read_bytes() == b"short"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("function", ["fsync", "replace"])
@pytest.mark.parametrize(
    ("number", "reason"),
    [(errno.ENOSPC, "disk full"), (errno.EROFS, "read-only"), (errno.EACCES, "no permission"), (errno.EIO, None)],
)
def test_a_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, function: str, number: int, reason: str | None
) -> None:
    path = tmp_path / "file.json"
    path.write_bytes(OLD)

    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, function, fail)
    problem = refused(path)
    assert problem.key == "file_unwritable"
    assert problem.values() == {"path": str(path), "reason": reason or os.strerror(number).lower()}
    assert path.read_bytes() == OLD
    assert list(tmp_path.iterdir()) == [path]


def test_an_interruption_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "file.json"
    path.write_bytes(OLD)

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_whole(path, NEW)
    assert path.read_bytes() == OLD
    assert list(tmp_path.iterdir()) == [path]


def test_the_bytes_are_on_the_disk_before_the_file_is_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []
    fsync, replace = os.fsync, os.replace

    def note_fsync(descriptor: int) -> None:
        order.append("fsync")
        fsync(descriptor)

    def note_replace(source: str, target: str) -> None:
        order.append("replace")
        assert Path(source).read_bytes() == NEW
        replace(source, target)

    monkeypatch.setattr(os, "fsync", note_fsync)
    monkeypatch.setattr(os, "replace", note_replace)
    write_whole(tmp_path / "file.json", NEW)
    assert order[:2] == ["fsync", "replace"]


@pytest.mark.skipif(os.name != "posix", reason="only POSIX limits the size of files")
def test_a_disk_that_is_really_full_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "file.json"
    path.write_bytes(OLD)
    program = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from game.files.atomic import write_whole; from game.files.errors import FileProblem\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        "try: write_whole(Path(sys.argv[1]), bytes(100_000))\n"
        "except FileProblem as problem: print(problem.key, problem.values()['reason'])\n"
    )
    done = subprocess.run([sys.executable, "-c", program, path], capture_output=True, text=True, check=True)
    assert done.stdout == "file_unwritable disk full\n"
    assert path.read_bytes() == OLD
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_a_missing_folder_and_a_file_as_folder_are_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(OLD)
    assert refused(tmp_path).key == "file_is_a_folder"
    for path in (tmp_path / "none" / "file.json", tmp_path / "file" / "file.json"):
        problem = refused(path)
        assert (problem.key, problem.values()["reason"]) == ("file_unwritable", "no folder")
    assert refused(tmp_path / ("x" * 300)).values()["reason"] == "name too long"
    assert refused(tmp_path / "a\0b").key == "file_unwritable"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@pytest.mark.skipif(os.name != "posix", reason="only POSIX has them")
def test_devices_and_pipes_are_never_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert refused(tmp_path / "pipe").key == "file_not_regular"
    assert refused(Path("/dev/null")).key == "file_not_regular"
    assert (tmp_path / "pipe").is_fifo()


def test_a_write_protected_file_is_not_replaced_though_its_folder_would_allow_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file.json"
    path.write_bytes(OLD)
    path.chmod(0o444)
    monkeypatch.setattr(os, "access", lambda file, _: not Path(file).samefile(path))  # root may write everything
    assert refused(path).values()["reason"] == "no permission"
    assert path.read_bytes() == OLD


def test_a_symbolic_link_stays_and_what_it_leads_to_is_written(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    target, link = tmp_path / "elsewhere" / "file.json", tmp_path / "link.json"
    target.write_bytes(OLD)
    link.symlink_to(target)
    write_whole(link, NEW)
    assert link.is_symlink()
    assert target.read_bytes() == NEW


@pytest.mark.skipif(os.name != "posix", reason="only POSIX has these permissions")
def test_a_file_keeps_its_permissions_and_a_new_one_has_the_usual(tmp_path: Path) -> None:
    path = tmp_path / "file.json"
    path.write_bytes(OLD)
    path.chmod(0o640)
    write_whole(path, NEW)
    assert path.stat().st_mode & 0o777 == 0o640
    (tmp_path / "usual").write_bytes(OLD)
    write_whole(tmp_path / "new", NEW)
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_folders_are_made_only_when_asked(tmp_path: Path) -> None:
    write_whole(tmp_path / "a" / "b" / "file.json", NEW, make_folder=True)
    assert (tmp_path / "a" / "b" / "file.json").read_bytes() == NEW


def test_leftovers_of_killed_processes_go_but_not_those_of_running_writes(tmp_path: Path) -> None:
    old, young = (tmp_path / f"{PREFIX}{name}{SUFFIX}" for name in ("old", "young"))
    other = tmp_path / "notes.partial"
    for path in (old, young, other):
        path.write_bytes(OLD)
    an_hour_ago = young.stat().st_mtime - 3600
    os.utime(old, (an_hour_ago, an_hour_ago))
    os.utime(other, (an_hour_ago, an_hour_ago))
    write_whole(tmp_path / "file.json", NEW)
    assert not old.exists()
    assert young.exists()
    remove_leftovers(tmp_path)
    assert not young.exists()
    assert other.exists()
    remove_leftovers(tmp_path / "none")


@pytest.mark.skipif(os.name != "posix", reason="only POSIX has signals that kill at once")
def test_a_process_killed_while_writing_leaves_a_whole_file_every_time(tmp_path: Path) -> None:
    path = tmp_path / "file.json"
    path.write_bytes(b"0" * 300_000)
    program = (
        "import sys; from pathlib import Path; from game.files.atomic import write_whole\n"
        "print(flush=True)\n"
        "while True:\n"
        "    for letter in b'123456789': write_whole(Path(sys.argv[1]), bytes([letter]) * 300_000)\n"
    )
    for attempt in range(8):
        with subprocess.Popen([sys.executable, "-c", program, path], stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(0.01 + 0.007 * attempt)
            process.send_signal(signal.SIGKILL)
        data = path.read_bytes()
        assert len(data) == 300_000
        assert len(set(data)) == 1
    assert set(path.read_bytes()) != {ord("0")}


class Busy:
    """A call that Windows refuses for so many seconds of waiting, because another program has the file open."""

    def __init__(self, real: Callable[..., Any], number: int, seconds: float) -> None:
        self.real, self.number, self.seconds, self.waited, self.tries = real, number, seconds, 0.0, 0

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        """Refuse, or do it."""
        self.tries += 1
        if self.waited < self.seconds:
            refusal = PermissionError(errno.EACCES, "The process cannot access the file")
            refusal.winerror = self.number  # type: ignore[attr-defined]  # as on Windows
            raise refusal
        return self.real(*arguments, **named)

    def sleep(self, seconds: float) -> None:
        """Be what waiting is: it takes no time here."""
        self.waited += seconds


@contextlib.contextmanager
def busy(name: str, number: int, seconds: float) -> Iterator[Busy]:
    """Let a call of `os` be refused, and whoever waits wait for that."""
    found = Busy(getattr(os, name), number, seconds)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, name, found)
        patch.setattr("game.files.atomic.time.sleep", found.sleep)
        yield found


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """Return a file that is there already."""
    path = tmp_path / "file.json"
    path.write_bytes(OLD)
    return path


@pytest.mark.parametrize("number", [5, 32, 33])
def test_a_file_that_another_program_has_open_for_a_moment_is_written(old: Path, number: int) -> None:
    with busy("replace", number, 0.25) as call:
        write_whole(old, NEW)
    assert old.read_bytes() == NEW
    assert 3 <= call.tries <= 8


@pytest.mark.parametrize("number", [5, 32, 33])
def test_a_file_that_another_program_keeps_open_is_said_soon_and_left(old: Path, number: int) -> None:
    with busy("replace", number, 60) as call:
        assert refused(old).values()["reason"] == "no permission"
    assert call.waited == pytest.approx(0.3)
    assert old.read_bytes() == OLD
    assert list(old.parent.iterdir()) == [old]


def test_what_is_no_matter_of_patience_is_said_at_once(old: Path) -> None:
    with busy("replace", 112, 60) as call:  # the disk is full
        refused(old)
    assert (call.tries, call.waited) == (1, 0.0)


def test_reading_and_putting_aside_have_the_same_patience(old: Path) -> None:
    with busy("open", 32, 0.1):
        assert read_bytes(old, 10_000) == OLD
    with busy("rename", 32, 0.1):
        assert Path(put_aside(old, old.parent)).read_bytes() == OLD


def test_a_disk_that_says_of_every_name_that_it_is_taken_is_asked_for_an_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file.json"
    path.write_bytes(OLD)
    status = path.stat()
    monkeypatch.setattr(Path, "lstat", lambda _: status)
    assert put_aside(path, tmp_path) == ""
    assert path.read_bytes() == OLD


def test_a_path_that_is_too_long_for_the_system_is_not_said_to_have_no_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(*_: object, **__: object) -> None:
        raise FileNotFoundError(errno.ENOENT, "The system cannot find the path specified")

    monkeypatch.setattr(io, "open", missing)
    assert refused(tmp_path / ("n" * 240)).values()["reason"] == "name too long"
    assert refused(tmp_path / "file.json").values()["reason"] == "no new files"
    assert refused(tmp_path / "none" / "file.json").values()["reason"] == "no folder"


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="only where the system shows its processes as files")
def test_of_a_folder_whose_files_the_system_alone_makes_that_is_said() -> None:
    for folder in ("/proc", "/proc/self"):
        problem = refused(Path(folder, "scenario.json"))
        assert (problem.key, problem.values()["reason"]) == ("file_unwritable", "no new files")
    assert refused(Path("/proc", "none", "scenario.json")).values()["reason"] == "no folder"
    assert refused(Path("/proc", "n" * 300)).values()["reason"] == "name too long"


def test_what_a_process_left_is_removed_and_nothing_of_others(tmp_path: Path) -> None:
    names = [f"{PREFIX}12-abcd{SUFFIX}", f"{PREFIX}123-abcd{SUFFIX}", f"{PREFIX}7-12-ab{SUFFIX}", "12-abcd"]
    for name in names:
        (tmp_path / name).write_bytes(OLD)
    remove_leftovers_of(12, tmp_path / "file.json")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names[1:])
    remove_leftovers_of(12, tmp_path / "gone" / "file.json")
