"""A picture is read in a process of its own: whatever that does, nobody waits, and it is told in a sentence."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from game import entry
from game.files import decoder
from game.files.errors import FileProblem
from game.files.picture import LONGEST_ANSWER, Picture, packed
from game.files.picture_reading import PictureReading
from game.words.sentences import sentence

ROOT = Path(__file__).parents[2]
Fake = Callable[[str], None]


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    Image.fromarray(np.full((30, 40, 3), (10, 20, 30), dtype=np.uint8)).save(tmp_path / "photo ü.png")
    return tmp_path / "photo ü.png"


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> Fake:
    """Return what puts other code in the place of the decoder's."""

    def put(code: str) -> None:
        monkeypatch.setattr(decoder, "command", lambda *_: [sys.executable, "-c", code])

    return put


def said(reading: PictureReading) -> str:
    with pytest.raises(FileProblem) as caught:
        reading.wait()
    return sentence(caught.value.key, **caught.value.values())


def test_a_picture_is_read_and_nobody_waits(photo: Path) -> None:
    reading, longest = PictureReading(photo), 0.0
    found = None
    while found is None:
        began = time.perf_counter()
        found = reading.poll()
        longest = max(longest, time.perf_counter() - began)
        time.sleep(0.002)
    assert isinstance(found, Picture)
    assert found.pixels[7, 7].tolist() == [10, 20, 30]
    assert longest < 0.1
    assert reading.poll() is found


def test_what_is_wrong_with_a_file_is_told_as_anywhere(tmp_path: Path) -> None:
    (tmp_path / "cut.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    assert said(PictureReading(tmp_path / "none.png")) == f"There is no file “{tmp_path / 'none.png'}”."
    assert said(PictureReading(tmp_path / "cut.png")).startswith(f"The picture “{tmp_path / 'cut.png'}” is damaged")
    assert said(PictureReading(tmp_path)).endswith("is a folder; a file is needed.")


def test_one_that_hangs_is_ended_and_so_is_all_that_it_has_started(tmp_path: Path, fake: Fake) -> None:
    told = tmp_path / "pids"
    fake(
        "import os, subprocess, sys, time\n"
        "other = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])\n"
        f"open({str(told)!r}, 'w').write(f'{{os.getpid()}} {{other.pid}}')\ntime.sleep(600)"
    )
    reading = PictureReading(tmp_path / "a.png", seconds=1.0)
    began = time.monotonic()
    assert said(reading).endswith("took longer than 1 seconds and was stopped; a smaller one is needed.")
    assert time.monotonic() - began < 4
    for pid in map(int, told.read_text().split()):
        assert gone(pid), pid


def gone(pid: int) -> bool:
    """Tell whether a process ends within a second."""
    for _ in range(100):
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
        except OSError:
            return True
        if state == "Z":
            return True
        time.sleep(0.01)
    return False


def test_one_that_is_stopped_ends_at_once(tmp_path: Path, fake: Fake) -> None:
    fake("import time; time.sleep(600)")
    reading = PictureReading(tmp_path / "a.png")
    assert reading._helper is not None
    process = reading._helper.process
    began = time.monotonic()
    reading.close()
    assert time.monotonic() - began < 1.5
    assert process.poll() is not None


@pytest.mark.parametrize(
    "code",
    [
        "",
        "import os; os.abort()",
        "import os; os._exit(3)",
        "print('hello')",
        "import sys; sys.stdout.buffer.write(b'KSP1' + bytes(50))",
        "import sys\nwhile True: sys.stdout.buffer.write(bytes(1 << 20))",
        "raise SystemExit('no')",
    ],
)
def test_one_that_ends_with_anything_else_is_a_damaged_picture(tmp_path: Path, fake: Fake, code: str) -> None:
    fake(code)
    assert said(PictureReading(tmp_path / "a.png", seconds=10)).startswith("The picture “")


def test_no_more_is_kept_than_a_picture_may_have(tmp_path: Path, fake: Fake) -> None:
    fake(f"import sys; sys.stdout.buffer.write(bytes({LONGEST_ANSWER * 3})); sys.stdout.flush()")
    reading = PictureReading(tmp_path / "a.png", seconds=10)
    assert reading._helper is not None
    helper = reading._helper
    said(reading)
    assert len(helper.printed()) <= LONGEST_ANSWER + 65_536


def test_one_that_cannot_be_started_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, photo: Path) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(12, "no memory")

    monkeypatch.setattr(subprocess, "Popen", refuse)
    assert said(PictureReading(photo)) == f"The picture “{photo}” cannot be read (cannot allocate memory)."
    assert said(PictureReading(tmp_path / "a\0b.png")).startswith("The picture “")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="what a system refuses differs")
def test_the_process_may_take_no_more_than_its_share(photo: Path) -> None:
    """It limits itself before anything of Pillow is imported; a decoder that eats memory is told so."""
    code = (
        "import sys\nfrom game.files import decoder, decoding\n"
        "decoder.limit_itself()\nimport resource\n"
        "names = ('RLIMIT_AS', 'RLIMIT_CPU', 'RLIMIT_CORE')\n"
        "print(*(resource.getrlimit(getattr(resource, name))[0] for name in names))\n"
        "decoding._decoded = lambda *_: bytearray(3 << 30)\n"
        f"print(decoding.answer({str(photo)!r}, 64)[:27].decode())"
    )
    found = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout.splitlines() == [f"{decoder.MEMORY} {decoder.SECONDS} 0", 'KSX1["picture_not_read", {"']
    assert found.stderr == ""


def test_without_pillow_that_is_said(photo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "empty" / "PIL").mkdir(parents=True)
    (tmp_path / "empty" / "PIL" / "__init__.py").write_text("raise ModuleNotFoundError('no', name='PIL')")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "empty"))
    assert said(PictureReading(photo)).startswith("The Python package “PIL” is missing")


def test_what_lies_in_the_present_folder_is_no_library(
    photo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "PIL.py").write_text("raise SystemExit")
    (tmp_path / "numpy.py").write_text("raise SystemExit")
    monkeypatch.chdir(tmp_path)
    assert PictureReading(Path(photo.name)).wait().size == (30, 40)


def test_a_program_without_python_starts_itself_and_the_entry_is_that_process(
    photo: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    command = decoder.command(str(photo), 8)
    assert command == [sys.executable, "--decode", "8", str(photo)]
    monkeypatch.delattr(sys, "frozen")
    found = subprocess.run([sys.executable, "main.py", *command[1:]], cwd=ROOT, capture_output=True, check=True)
    assert found.stdout == packed(PictureReading(photo, 8).wait())
    monkeypatch.setattr(sys, "argv", ["kernelscope", "--decode"])
    assert (entry.main(), capfdbinary.readouterr()) == (2, (b"", b""))


def test_neither_pillow_nor_pygame_comes_into_the_process_that_asks(photo: Path) -> None:
    code = (
        "import sys\nfrom game.command_line import main\n"
        f"assert main([{str(photo)!r}, '--print-output']) == 0\n"
        "print(sorted({name.split('.')[0] for name in sys.modules} & {'PIL', 'pygame'}))"
    )
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}
    found = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    assert found.stdout.splitlines()[-1] == "[]"
