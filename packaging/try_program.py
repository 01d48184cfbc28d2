"""Try a program that was built, on any system and without a screen: ``python packaging/try_program.py PROGRAM``.

It prints an output, reads pictures, makes a screenshot, writes worksheets, hands out, starts, keeps its work, and is
gone when it is told to; all in a folder with blanks and letters of other languages. Status 0 when all went well.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

PATIENCE = 120.0
"""Seconds for a start: a scanner looks through a new program before it lets it run."""


def main(command: list[str]) -> int:
    """Try the program, say what went wrong, and return the exit status."""
    if not command:
        sys.stderr.write(f"{__doc__}\n")
        return 2
    failed = 0
    with tempfile.TemporaryDirectory(prefix="Kernelscope žluť 学 ", ignore_cleanup_errors=True) as folder:
        whole = [str(Path(command[0]).absolute()), *command[1:]]
        for trial in (prints, reads, pictures, worksheets, hands_out, starts):
            fault = _fault(trial, whole, Path(folder))
            failed += bool(fault)
            print(f"{trial.__name__}: {fault or 'well'}", flush=True)
    return 1 if failed else 0


def _fault(trial: Callable[[list[str], Path], str], command: list[str], folder: Path) -> str:
    """Return what went wrong in a trial, "" if nothing did."""
    try:
        return trial(command, folder)
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"{error!a}"


def prints(command: list[str], folder: Path) -> str:
    """Let it print an output into a pipe; a program without a console must, for so its file dialog answers."""
    return _printed([*command, "--print-output"], folder, [4, 4])


def reads(command: list[str], folder: Path) -> str:
    """Let it read pictures, which it starts itself once more for: one that Pillow reads, and one that SDL draws."""
    lines = b'<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><rect width="2" height="4"/></svg>'
    for name, data, size in (("šedý.pgm", b"P5 8 8 255\n" + bytes(64), [4, 4]), ("čáry.svg", lines, [32, 32])):
        (folder / name).write_bytes(data)
        fault = _printed([*command, str(folder / name), "--print-output"], folder, size)
        if fault:
            return f"{name}: {fault}"
    return ""


def _printed(command: list[str], folder: Path, wanted: list[int]) -> str:
    """Return what is wrong with the output that is printed, which has a size; "" for nothing."""
    found = _run(command, folder)
    if found.returncode != 0:
        return f"status {found.returncode}: {found.stderr!r}"
    try:
        size = json.loads(found.stdout)["output_size"]
    except (ValueError, KeyError, TypeError):
        return f"it printed {found.stdout!r}"
    return "" if size == wanted else f"the output has the size {size}"


def pictures(command: list[str], folder: Path) -> str:
    """Let it make a screenshot."""
    path = folder / "obrázek ä 学.png"
    found = _run([*command, "--screenshot", str(path), "--window", "800x600"], folder)
    if found.returncode != 0:
        return f"status {found.returncode}: {found.stderr!r}"
    header = path.read_bytes()[:24]
    size = int.from_bytes(header[16:20], "big"), int.from_bytes(header[20:24], "big")
    right = header[:8] == b"\x89PNG\r\n\x1a\n" and size == (800, 600)
    return "" if right else f"the picture begins with {header!r}"


def worksheets(command: list[str], folder: Path) -> str:
    """Let it write a worksheet and its key."""
    found = _run([*command, "--worksheet", str(folder / "úloha 学.pdf")], folder)
    if found.returncode != 0:
        return f"status {found.returncode}: {found.stderr!r}"
    begun = [(folder / f"úloha 学{ending}.pdf").read_bytes()[:5] for ending in ("", "-key")]
    return "" if begun == [b"%PDF-"] * 2 else f"the worksheets begin with {begun!r}"


def hands_out(command: list[str], folder: Path) -> str:
    """Let it be the process that writes a file for its window: a QR code, of a job as the window packs it."""
    path = folder / "kód 学.png"
    written = str(path).replace("\\", "\\u005c").encode("raw_unicode_escape")
    job = b"cfunctools\npartial\n(cgame.shell.sharing_jobs\n_qr\nVword\ncpathlib\nPath\n(V%b\ntRtR." % written
    found = _run([*command, "--hand-out"], folder, job)
    if found.returncode != 0:
        return f"status {found.returncode}: {found.stderr!r}"
    return "" if path.exists() and path.read_bytes()[:4] == b"\x89PNG" else f"it printed {found.stdout!r}"


def starts(command: list[str], folder: Path) -> str:
    """Let it start, and wait until it has kept its work; it must still run then."""
    with subprocess.Popen(command, cwd=folder, env=_environment(folder)) as program:
        try:
            return _kept(program, folder / "data")
        finally:
            program.kill()


def _kept(program: subprocess.Popen[bytes], data: Path) -> str:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if program.poll() is not None:
            return f"it ended by itself, with status {program.returncode}"
        if list(data.glob("work/*/work.json")):
            return ""
        time.sleep(0.1)
    return f"it has kept nothing for {PATIENCE:.0f} s"


def _run(command: list[str], folder: Path, told: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    environment = _environment(folder)
    return subprocess.run(
        command, cwd=folder, env=environment, input=told, capture_output=True, timeout=PATIENCE, check=False
    )


def _environment(folder: Path) -> dict[str, str]:
    """Return an environment without a screen, whose data folder is in this one."""
    without = {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy"}
    return {**os.environ, **without, "KERNELSCOPE_DATA": str(folder / "data")}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
