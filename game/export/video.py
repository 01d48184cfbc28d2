"""A walk as a film, made by the ffmpeg that the person has: it gets pictures by a pipe, and a name that is ours.

Nothing that a scenario says reaches its arguments. It is told to write beside the wanted file, which takes its place
when it is whole; when the export is left early, it is ended.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import IO

import pygame

from ..files.atomic import replacing
from ..files.errors import FileProblem, shown
from ..session.state import State
from .asked import Picture, Steps
from .frames import instants
from .studio import Studio, at

RATE = 30
FORMATS: dict[str, tuple[str, ...]] = {
    ".mp4": ("-c:v", "libx264", "-preset", "veryfast", "-crf", "18", "-movflags", "+faststart", "-f", "mp4"),
    ".webm": (
        "-c:v",
        "libvpx-vp9",
        "-crf",
        "30",
        "-b:v",
        "0",
        "-deadline",
        "realtime",
        "-cpu-used",
        "6",
        "-row-mt",
        "1",
        "-f",
        "webm",
    ),
}
"""How each kind is asked for, by the ending of its file."""
SAID = 2000
"""Characters of its complaints that are kept."""
TOUCHED_EVERY = 200
"""Pictures after which the unfinished file is marked as being worked on, so that nobody tidies it away."""
PATIENCE, POLL = 120.0, 0.02
"""Seconds that it may take after the last picture; how long is waited between two looks."""


def arguments(program: str, kind: str, size: tuple[int, int], target: str) -> list[str]:
    """Return the command for a kind of film, named by its ending; the target is a name in the folder it runs in."""
    pictures = ["-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{size[0]}x{size[1]}", "-r", str(RATE), "-i", "pipe:0"]
    quiet = ["-hide_banner", "-loglevel", "error", "-y"]
    return [program, *quiet, *pictures, "-an", *FORMATS[kind], "-pix_fmt", "yuv420p", f"file:{target}"]


def ffmpeg() -> str:
    """Return where ffmpeg is. Raises FileProblem "export_no_ffmpeg"."""
    found = shutil.which("ffmpeg")
    if found is None:
        raise FileProblem("export_no_ffmpeg")
    return found


def film(state: State, picture: Picture, steps: Steps, path: Path) -> Generator[float, None, None]:
    """Write some steps as an MP4 or WebM; yield the share that is done.

    Raises FileProblem: "export_no_ffmpeg", "export_ffmpeg" with what it said, and what other exports raise.
    """
    program, wanted, kind = ffmpeg(), instants(state, steps, RATE), path.suffix.lower()
    studio = Studio(state, picture)
    size = studio.size[0] // 2 * 2, studio.size[1] // 2 * 2  # half as many values of colour as pixels each way
    count = round(wanted[-1].end * RATE)
    with replacing(path) as temporary, Encoder(arguments(program, kind, size, temporary.name), temporary) as encoder:
        for number in range(count):
            if number < len(wanted):
                pixels = _pixels(studio, at(state, wanted[number].playback), size)
            encoder.add(pixels)
            yield 0.95 * (number + 1) / count
        for _ in encoder.ending():
            yield 0.95
        yield 0.99
    yield 1.0


def _pixels(studio: Studio, state: State, size: tuple[int, int]) -> bytes:
    surface = studio.draw(state)
    return pygame.image.tobytes(surface.subsurface((0, 0, *size)), "RGB")


class Encoder:
    """An ffmpeg that is running, and its pipes. Left before its end, it is killed."""

    def __init__(self, command: list[str], target: Path) -> None:
        self._command, self._target, self._added = command, target, 0
        self._said = bytearray()

    def __enter__(self) -> Encoder:
        hidden = getattr(subprocess, "CREATE_NO_WINDOW", 0) if sys.platform == "win32" else 0
        try:
            self._process = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                cwd=self._target.parent,
                creationflags=hidden,
            )
        except OSError as error:
            raise FileProblem("export_ffmpeg", text=shown(error, 150)) from error
        self._listener = threading.Thread(target=self._listen, args=(self._process.stderr,), daemon=True)
        self._listener.start()
        return self

    def _listen(self, stream: IO[bytes]) -> None:
        """Keep the begin of what it says, and take the rest off its hands, so that it never waits for us."""
        with contextlib.suppress(OSError, ValueError):
            while said := stream.read(4096):
                self._said += said[: max(0, SAID - len(self._said))]

    def add(self, pixels: bytes) -> None:
        """Hand it a picture. Raises FileProblem "export_ffmpeg" when it is gone."""
        stream = self._process.stdin
        try:
            if stream is not None:
                stream.write(pixels)
        except OSError as error:
            raise self._failure() from error
        self._added += 1
        if self._added % TOUCHED_EVERY == 0:
            with contextlib.suppress(OSError):
                os.utime(self._target)

    def ending(self) -> Iterator[None]:
        """Tell it that no more comes, and wait, a moment at a time. Raises FileProblem "export_ffmpeg"."""
        with contextlib.suppress(OSError):
            if self._process.stdin is not None:
                self._process.stdin.close()
        for _ in range(int(PATIENCE / POLL)):
            try:
                code = self._process.wait(POLL)
            except subprocess.TimeoutExpired:
                yield
                continue
            if code or not self._target.exists():
                raise self._failure()
            return
        raise self._failure()

    def _failure(self) -> FileProblem:
        """Return what went wrong: the last line that it said."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(1)
        self._listener.join(1)
        lines = [line for line in self._said.decode("utf-8", "replace").splitlines() if line.strip()]
        return FileProblem("export_ffmpeg", text=shown(lines[-1] if lines else "?", 150))

    def __exit__(self, *_: object) -> None:
        if self._process.poll() is None:
            self._process.kill()
        with contextlib.suppress(OSError):
            if self._process.stdin is not None:
                self._process.stdin.close()
        self._process.wait()
        self._listener.join(1)
        if self._process.stderr is not None:
            self._process.stderr.close()
