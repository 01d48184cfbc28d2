"""The work is kept through every end of the program, and windows never share it."""

import contextlib
import errno
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from game.core.scenario import Scenario, startup
from game.files.atomic import PREFIX, SUFFIX
from game.files.errors import FileProblem
from game.files.kept_work import TRIES, KeptWork
from game.files.last_work import KEPT
from game.files.lock import claimed
from game.files.scenario_file import read_scenario
from game.words.error_texts import FALLBACK
from game.words.sentences import sentence
from tests.core.edits import with_pixels

A, B, C = (
    with_pixels(startup().named(name), [(0, 0)], value) for name, value in (("A", 0.25), ("B", 0.5), ("C", 0.75))
)

WINDOW = """
import sys
from pathlib import Path
from game.core.scenario import startup
from game.files.kept_work import KeptWork
kept = KeptWork(Path(sys.argv[1]))
opened, problem = kept.start(fresh="fresh" in sys.argv)
print(opened.scenario.name if opened else "-", flush=True)
for line in sys.stdin:
    kept.save(startup().named(line.strip()), 1.5)
    print("saved", flush=True)
kept.close()
"""


class Window:
    """A second process that holds a session, as a running window does."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", WINDOW, folder, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.continued = self.read()

    def read(self) -> str:
        """Return the next line that it prints."""
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def save(self, name: str) -> None:
        """Let it save a scenario of this name."""
        assert self.process.stdin is not None
        self.process.stdin.write(name + "\n")
        self.process.stdin.flush()
        assert self.read() == "saved"

    def kill(self) -> None:
        """End it without giving it a chance to do anything."""
        self.process.kill()
        self.process.wait()


@contextmanager
def window(folder: Path, *arguments: str) -> Iterator[Window]:
    opened = Window(folder, *arguments)
    try:
        yield opened
    finally:
        assert opened.process.stdin is not None
        assert opened.process.stdout is not None
        opened.kill()
        opened.process.stdin.close()
        opened.process.stdout.close()


def worked(folder: Path, scenario: Scenario, position: float = 2.25, *, fresh: bool = False) -> None:
    """Start, save and end, as one run of the program does."""
    with KeptWork(folder) as kept:
        kept.start(fresh=fresh)
        kept.save(scenario, position)


def set_times(folder: Path, *names: str) -> None:
    """Let the works in the folder be as old as the order of these names says, the oldest first."""
    for path in folder.glob("*/*/work.json"):
        age = names.index(read_scenario(path).scenario.name)
        os.utime(path, (1_000_000 + age, 1_000_000 + age))


def continued(folder: Path) -> Scenario | None:
    with KeptWork(folder) as kept:
        opened, problem = kept.start()
        assert problem is None
        return opened.scenario if opened else None


def test_the_first_start_has_no_work_and_the_next_continues_it(tmp_path: Path) -> None:
    folder = tmp_path / "not yet there"
    with KeptWork(folder) as kept:
        assert kept.start() == (None, None)
        kept.save(A, 2.25, {"name": "stack"})
    with KeptWork(folder) as kept:
        opened, problem = kept.start()
        assert problem is None
        assert opened is not None
        assert (opened.scenario.image == A.image).all()
        assert (opened.scenario.name, opened.position, opened.view) == ("A", 2.25, {"name": "stack"})


def test_a_start_that_continues_sets_nothing_aside_and_works_on_in_the_same_place(tmp_path: Path) -> None:
    for scenario in (A, B, C):
        worked(tmp_path, scenario)
    assert len(list((tmp_path / "work").iterdir())) == 1
    with KeptWork(tmp_path) as kept:
        assert kept.last_works() == ()
    assert continued(tmp_path) is not None


def test_a_fresh_start_sets_the_work_aside_as_last_work(tmp_path: Path) -> None:
    worked(tmp_path, A)
    with KeptWork(tmp_path) as kept:
        assert kept.start(fresh=True) == (None, None)
        (last,) = kept.last_works()
        assert last.opened.scenario.name == "A"
        assert (last.opened.scenario.image == A.image).all()
        assert last.opened.position == 2.25
        assert last.modified == next((tmp_path / "last-work").iterdir()).stat().st_mtime
        kept.save(B, 0.0)
    assert [path.parent.name for path in tmp_path.glob("*/*.json")] == ["last-work"]
    now = continued(tmp_path)
    assert now is not None
    assert now.name == "B"


def test_what_nobody_touched_is_not_set_aside_wherever_the_walk_was(tmp_path: Path) -> None:
    for position in (0.0, 2.25):
        worked(tmp_path, A, position)
        with KeptWork(tmp_path) as kept:
            assert kept.start(fresh=True, untouched=A) == (None, None)
            assert kept.last_works() == ()
        assert not list(tmp_path.glob("*/*/work.json"))
    worked(tmp_path, B)
    with KeptWork(tmp_path) as kept:
        kept.start(fresh=True, untouched=A)
        assert [work.opened.scenario.name for work in kept.last_works()] == ["B"]


def test_the_same_work_is_set_aside_once_as_it_was_last(tmp_path: Path) -> None:
    for position, scenario in enumerate((A, B, A, A.named("A, too"), A)):
        worked(tmp_path, scenario, float(position), fresh=True)
    with KeptWork(tmp_path) as kept:
        kept.start(fresh=True)
        found = {(work.opened.scenario.name, work.opened.position) for work in kept.last_works()}
        assert found == {("B", 1.0), ("A, too", 3.0), ("A", 4.0)}
        assert len(list((tmp_path / "last-work").iterdir())) == 3


def test_a_work_keeps_its_time_when_it_is_set_aside(tmp_path: Path) -> None:
    worked(tmp_path, A)
    set_times(tmp_path, "A")
    with KeptWork(tmp_path) as kept:
        kept.start(fresh=True)
        assert kept.last_works()[0].modified == 1_000_000


def test_ten_last_works_are_kept_the_newest_first(tmp_path: Path) -> None:
    for number in range(KEPT + 4):
        worked(tmp_path, startup().named(str(number)), fresh=True)
        set_times(tmp_path, *map(str, range(number + 1)))
    with KeptWork(tmp_path) as kept:
        kept.start(fresh=True)
        assert [work.opened.scenario.name for work in kept.last_works()] == [
            str(number) for number in range(KEPT + 3, 3, -1)
        ]
    assert len(list((tmp_path / "last-work").iterdir())) == KEPT == 10


def test_a_last_work_that_cannot_be_read_is_left_out(tmp_path: Path) -> None:
    worked(tmp_path, A)
    worked(tmp_path, B, fresh=True)
    (tmp_path / "last-work" / "bad.json").write_text("{")
    with KeptWork(tmp_path) as kept:
        assert [work.opened.scenario.name for work in kept.last_works()] == ["A"]


def test_two_windows_at_once_never_share(tmp_path: Path) -> None:
    with window(tmp_path) as first, window(tmp_path) as second, KeptWork(tmp_path) as third:
        third.start()
        first.save("first")
        second.save("second")
        third.save(A, 0.0)
        names = {read_scenario(path).scenario.name for path in tmp_path.glob("work/*/work.json")}
        assert names == {"first", "second", "A"}
        assert (first.continued, second.continued) == ("-", "-")


def test_two_windows_of_one_process_never_share_either(tmp_path: Path) -> None:
    worked(tmp_path, A)
    with KeptWork(tmp_path) as one, KeptWork(tmp_path) as other:
        assert one.start()[0] is not None
        assert other.start()[0] is None


def test_a_start_continues_the_newest_work_that_no_window_holds(tmp_path: Path) -> None:
    with window(tmp_path) as first, window(tmp_path) as second, window(tmp_path) as third:
        for opened, name in ((first, "old"), (second, "middle"), (third, "new")):
            opened.save(name)
        set_times(tmp_path, "old", "middle", "new")
        first.kill()
        second.kill()
        with window(tmp_path) as fourth, window(tmp_path) as fifth, window(tmp_path) as sixth:
            assert (fourth.continued, fifth.continued, sixth.continued) == ("middle", "old", "-")
        third.kill()
        with window(tmp_path) as seventh:
            assert seventh.continued == "new"


def test_a_fresh_start_leaves_the_work_of_a_running_window_alone(tmp_path: Path) -> None:
    with window(tmp_path) as first:
        first.save("running")
        with KeptWork(tmp_path) as kept:
            kept.start(fresh=True)
            assert kept.last_works() == ()
        first.save("still running")
        first.kill()
    with window(tmp_path) as next_one:
        assert next_one.continued == "still running"


def test_many_starts_at_the_same_moment_each_get_their_own(tmp_path: Path) -> None:
    worked(tmp_path, A)
    barrier, kept = threading.Barrier(8), [KeptWork(tmp_path) for _ in range(8)]
    found: list[object] = []

    def start(one: KeptWork) -> None:
        barrier.wait()
        found.append(one.start()[0])
        one.save(B, 0.0)

    threads = [threading.Thread(target=start, args=(one,)) for one in kept]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(opened is not None for opened in found) == 1
    assert len(found) == 8
    assert len({one._lock and one._lock.path for one in kept}) == 8
    assert len(list(tmp_path.glob("work/*/work.json"))) == 8
    for one in kept:
        one.close()


@pytest.mark.skipif(os.name != "posix", reason="only POSIX has signals that kill at once")
def test_a_kill_at_any_moment_leaves_the_last_whole_work(tmp_path: Path) -> None:
    program = WINDOW.replace("for line in sys.stdin:", "for line in iter(int, 1):").replace("line.strip()", "'x'")
    program = program.replace("1.5)", "1.5, {'n': [__import__('os').urandom(20_000).hex()]})")
    for attempt in range(6):
        with subprocess.Popen([sys.executable, "-c", program, tmp_path], stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == (b"x\n" if attempt else b"-\n")
            for _ in range(2 + attempt):
                process.stdout.readline()
            process.send_signal(signal.SIGKILL)
        (path,) = tmp_path.glob("work/*/work.json")
        assert len(json.loads(path.read_text())["view"]["n"][0]) == 40_000
    with KeptWork(tmp_path) as kept:
        opened, problem = kept.start()
        assert (opened is not None, problem) == (True, None)
    assert {entry.name for entry in path.parent.iterdir()} == {"lock", "work.json"}


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"\0" * 900, b'{"kernelscope": 0}', b'{"kernelscope": 1, "image": [[NaN]]}']
)
@pytest.mark.parametrize("fresh", [False, True])
def test_damaged_work_is_kept_aside_and_said(tmp_path: Path, damage: bytes, fresh: bool) -> None:
    worked(tmp_path, A)
    (path,) = tmp_path.glob("work/*/work.json")
    path.write_bytes(damage)
    with KeptWork(tmp_path) as kept:
        opened, problem = kept.start(fresh=fresh)
        assert opened is None
        assert problem is not None
        assert problem.key == "work_damaged"
        aside = tmp_path / "work.damaged-1.json"
        assert problem.values()["kept_as"] == str(aside)
        assert sentence(problem.key, **problem.values()) != FALLBACK
        assert aside.read_bytes() == damage
        kept.save(B, 0.0)
    now = continued(tmp_path)
    assert now is not None
    assert now.name == "B"


@pytest.mark.parametrize("fresh", [False, True])
def test_work_that_cannot_be_moved_away_is_never_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fresh: bool
) -> None:
    worked(tmp_path, A)
    (path,) = tmp_path.glob("work/*/work.json")
    if not fresh:
        path.write_bytes(b"damage")
    before = path.read_bytes()

    def refuse(*_: object) -> None:
        raise PermissionError

    with monkeypatch.context() as patch:
        patch.setattr(os, "rename", refuse)
        patch.setattr(os, "replace", refuse)
        kept = KeptWork(tmp_path)
        kept.start(fresh=fresh)
    kept.save(B, 0.0)
    kept.close()
    assert path.read_bytes() == before


def test_a_full_disk_keeps_the_work_of_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with KeptWork(tmp_path) as kept:
        kept.start()
        kept.save(A, 0.0)

        def fail(*_: object) -> None:
            raise OSError(errno.ENOSPC, "")

        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", fail)
            with pytest.raises(FileProblem) as caught:
                kept.save(B, 0.0)
        assert (caught.value.key, caught.value.values()["reason"]) == ("work_not_kept", "disk full")
        (path,) = tmp_path.glob("work/*/work.json")
        assert read_scenario(path).scenario.name == "A"
        kept.save(B, 0.0)
        assert read_scenario(path).scenario.name == "B"


def test_without_a_place_to_keep_it_the_work_is_not_kept_and_that_is_said(tmp_path: Path) -> None:
    folder = tmp_path / "file"
    folder.write_text("")
    with KeptWork(folder) as kept:
        opened, problem = kept.start()
        assert opened is None
        assert problem is not None
        assert problem.key == "work_not_kept"
        assert sentence(problem.key, **problem.values()) != FALLBACK
        with pytest.raises(FileProblem) as caught:
            kept.save(A, 0.0)
        assert caught.value.key == "work_not_kept"
        folder.unlink()
        kept.save(A, 0.0)
    now = continued(folder)
    assert now is not None
    assert now.name == "A"


def refused_with(number: int) -> Callable[[int], None]:
    """Return a lock that a disk refuses."""

    def refuse(_: int) -> None:
        raise OSError(number, os.strerror(number))

    return refuse


def lying(descriptor: int) -> None:
    """Lock nothing, and let the file be another than the one that was opened."""
    path = Path(f"/proc/self/fd/{descriptor}").readlink()
    path.unlink()
    path.touch()


LOCKS = {
    "none there": refused_with(errno.ENOLCK),
    "not for this disk": refused_with(errno.EOPNOTSUPP),
    "always held": refused_with(errno.EWOULDBLOCK),
    "no permission": refused_with(errno.EACCES),
    "lying": lying,
}


@pytest.mark.parametrize("kind", LOCKS)
def test_a_disk_that_locks_nothing_is_tried_a_few_times_and_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    made: list[Path] = []
    mkdir = Path.mkdir

    def noted(path: Path, *arguments: Any, **named: Any) -> None:
        made.append(path)
        mkdir(path, *arguments, **named)

    worked(tmp_path, A)
    (path,) = tmp_path.glob("work/*/work.json")
    monkeypatch.setattr("game.files.lock._hold", LOCKS[kind])
    monkeypatch.setattr(Path, "mkdir", noted)
    with KeptWork(tmp_path) as kept:
        opened, problem = kept.start()
        assert (opened, problem and problem.key) == (None, "work_not_kept")
        assert problem is not None
        assert sentence(problem.key, **problem.values()).startswith("The work cannot be kept")
        assert problem.values()["reason"] == "no locks"
        with pytest.raises(FileProblem) as caught:
            kept.save(B, 0.0)
        assert caught.value.key == "work_not_kept"
    assert 1 < len(made) <= 2 * TRIES
    assert list((tmp_path / "work").iterdir()) == [path.parent], "a failed try left its folder"
    assert read_scenario(path).scenario.name == "A"
    monkeypatch.undo()
    assert continued(tmp_path) is not None


def test_a_session_that_may_not_be_opened_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    worked(tmp_path, A)
    theirs = tmp_path / "work" / "theirs"
    theirs.mkdir()
    (theirs / "work.json").write_text("{}")
    system_open = os.open

    def refusing(opened: Any, *arguments: Any) -> int:
        if Path(opened).parent == theirs:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return system_open(opened, *arguments)

    monkeypatch.setattr(os, "open", refusing)
    now = continued(tmp_path)
    assert now is not None
    assert now.name == "A"
    assert (theirs / "work.json").read_text() == "{}"


def newer(folder: Path, name: str, age: float = 0.0) -> Path:
    """Put a session there as a newer version leaves it, used last so many seconds ago."""
    path = folder / "work" / name / "work.json"
    path.parent.mkdir(parents=True)
    path.write_text('{"kernelscope": 3, "layers": []}')
    then = time.time() - age
    os.utime(path, (then, then))
    return path


@pytest.mark.parametrize("fresh", [False, True])
def test_what_a_newer_version_has_written_stays_where_that_finds_it(tmp_path: Path, fresh: bool) -> None:
    path = newer(tmp_path, "later")
    before = path.read_bytes()
    with KeptWork(tmp_path) as kept:
        opened, problem = kept.start(fresh=fresh)
        assert (opened, problem and problem.key) == (None, "work_newer")
        assert problem is not None
        assert str(path) in sentence(problem.key, **problem.values())
        kept.save(B, 0.0)
        assert claimed(path.parent / "lock"), "the newer version cannot have it"
    assert path.read_bytes() == before
    assert not list(tmp_path.glob("*.damaged*"))
    assert not list(tmp_path.glob("last-work/*"))


def test_beside_a_newer_version_this_one_goes_on_with_its_own_work_and_sessions_do_not_pile_up(tmp_path: Path) -> None:
    worked(tmp_path, A)
    set_times(tmp_path, "A")
    for name in ("later", "latest"):
        newer(tmp_path, name)
    for _ in range(3):
        with KeptWork(tmp_path) as kept:
            opened, problem = kept.start()
            assert opened is not None
            assert opened.scenario.name == "A"
            assert problem is None or problem.key == "work_newer"
            kept.save(A, 0.0)
    assert len(list((tmp_path / "work").iterdir())) == 3


def test_last_works_of_a_newer_version_are_not_removed_for_being_more_than_ten(tmp_path: Path) -> None:
    last = tmp_path / "last-work"
    last.mkdir()
    for number in range(KEPT + 2):
        path = last / f"{number}.json"
        path.write_text('{"kernelscope": 3}' if number % 2 else "{")
        os.utime(path, (number, number))
    worked(tmp_path, A)
    worked(tmp_path, B, fresh=True)
    assert {path.stem for path in last.iterdir()} >= {"1", *map(str, range(3, KEPT + 2))}
    assert not (last / "0.json").exists()


@pytest.mark.parametrize("ahead", [3600.0, 400 * 86_400.0, 10**10])
def test_a_work_from_a_clock_that_was_set_back_is_not_taken_for_the_newest(tmp_path: Path, ahead: float) -> None:
    with window(tmp_path) as first, window(tmp_path) as second, window(tmp_path) as third:
        for opened, name in ((first, "later"), (second, "latest"), (third, "now")):
            opened.save(name)
    for path in tmp_path.glob("work/*/work.json"):
        name = read_scenario(path).scenario.name
        then = time.time() + {"later": ahead, "latest": ahead + 9, "now": -60.0}[name]
        os.utime(path, (then, then))
    found = [KeptWork(tmp_path) for _ in range(3)]
    names = [opened.scenario.name for opened, _ in (one.start() for one in found) if opened is not None]
    for one in found:
        one.close()
    assert names == ["now", "latest", "later"]


def test_a_disk_whose_clock_is_a_little_ahead_is_still_the_newest(tmp_path: Path) -> None:
    worked(tmp_path, A)
    (path,) = tmp_path.glob("work/*/work.json")
    with KeptWork(tmp_path) as one, KeptWork(tmp_path) as other:
        one.start()
        other.start()
        other.save(B, 0.0)
    os.utime(path, (time.time() + 20, time.time() + 20))
    now = continued(tmp_path)
    assert now is not None
    assert now.name == "A"


@pytest.fixture
def open_files_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let files that are open be removed as little as on Windows, and files on the web be none that they seem."""
    unlink, system_open, system_close = os.unlink, os.open, os.close
    opened: dict[int, str] = {}

    def noted_open(path: Any, *arguments: Any, **named: Any) -> int:
        descriptor = system_open(path, *arguments, **named)
        opened[descriptor] = str(path)
        return descriptor

    def noted_close(descriptor: int) -> None:
        opened.pop(descriptor, None)
        system_close(descriptor)

    def refusing(path: Any, *arguments: Any, **named: Any) -> None:
        if str(path) in opened.values():
            raise PermissionError(errno.EACCES, "The process cannot access the file")
        unlink(path, *arguments, **named)

    monkeypatch.setattr("game.files.lock.OPEN_FILES_GO", False)
    monkeypatch.setattr(os.path, "samestat", lambda *_: False)
    for name, function in (("open", noted_open), ("close", noted_close), ("unlink", refusing)):
        monkeypatch.setattr(os, name, function)


@pytest.mark.usefixtures("open_files_stay")
def test_empty_sessions_go_also_where_no_open_file_is_removed(tmp_path: Path) -> None:
    (tmp_path / "work" / "killed").mkdir(parents=True)
    (tmp_path / "work" / "killed" / "lock").touch()
    for _ in range(2):
        with KeptWork(tmp_path) as kept:
            assert kept.start() == (None, None)
            assert len(list((tmp_path / "work").iterdir())) == 1
    assert list((tmp_path / "work").iterdir()) == []


@pytest.mark.parametrize("wrong", ["lstat", "stat", "scandir"])
def test_a_disk_that_fails_when_it_is_looked_at_ends_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wrong: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    worked(tmp_path, A)
    kept = KeptWork(tmp_path)
    kept.start()
    with monkeypatch.context() as patch:
        patch.setattr(os, wrong, fail)
        other = KeptWork(tmp_path)
        other.start()
        assert other.last_works() == ()
        for one in (other, kept):
            with contextlib.suppress(FileProblem):
                one.save(B, 0.0)
            one.close()
    assert all(read_scenario(path).scenario.name in "AB" for path in tmp_path.rglob("*.json"))


def test_a_data_folder_that_somebody_removes_is_made_again(tmp_path: Path) -> None:
    with KeptWork(tmp_path) as kept:
        kept.start()
        kept.save(A, 0.0)
        (tmp_path / "work").rename(tmp_path / "gone")
        kept.save(A, 0.0)
        assert len(list(tmp_path.glob("work/*/work.json"))) == 1


def test_nothing_is_written_when_nothing_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with KeptWork(tmp_path) as kept:
        kept.start()
        kept.save(A, 1.0)
        monkeypatch.setattr(os, "replace", lambda *_: pytest.fail("it was written again"))
        kept.save(A, 1.0)


def test_sessions_without_work_do_not_pile_up(tmp_path: Path) -> None:
    for _ in range(3):
        with KeptWork(tmp_path) as kept:
            kept.start()
    assert list((tmp_path / "work").iterdir()) == []
    with window(tmp_path) as first:
        first.kill()
    assert len(list((tmp_path / "work").iterdir())) == 1
    with KeptWork(tmp_path) as kept:
        kept.start()
        assert len(list((tmp_path / "work").iterdir())) == 1


def test_an_open_window_without_work_keeps_its_session(tmp_path: Path) -> None:
    with window(tmp_path) as first:
        with KeptWork(tmp_path) as kept:
            kept.start()
            kept.save(A, 0.0)
        first.save("first")
        assert len(list(tmp_path.glob("work/*/work.json"))) == 2


def test_what_a_killed_window_left_half_written_is_removed_at_the_next_start(tmp_path: Path) -> None:
    worked(tmp_path, A)
    (path,) = tmp_path.glob("work/*/work.json")
    leftover = path.parent / f"{PREFIX}123-abc{SUFFIX}"
    leftover.write_text('{"kernelsc')
    assert continued(tmp_path) is not None
    assert not leftover.exists()


def test_foreign_things_in_the_folder_are_left_alone(tmp_path: Path) -> None:
    worked(tmp_path, A)
    (tmp_path / "work" / "notes.txt").write_text("mine")
    (tmp_path / "work" / "mine").mkdir()
    (tmp_path / "work" / "mine" / "notes.txt").write_text("mine")
    now = continued(tmp_path)
    assert now is not None
    assert (tmp_path / "work" / "notes.txt").read_text() == "mine"
    assert (tmp_path / "work" / "mine" / "notes.txt").read_text() == "mine"
