"""Whose work is in the program, and under which licence: every library is somebody's, and every text is there."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from bundle import licences

ROOT = Path(__file__).parents[2]
KNOWN = [
    # Linux
    "libSDL2-2-50d19f93.0.so.0.3200.10", "libSDL2_image-2-d6906c81.0.so.0.800.12", "libX11.so.6", "libXss.so.1",
    "libpython3.11.so.1.0", "libscipy_openblas64_-32a4b2a6.so", "libfreetype.so.6", "libz.so.1", "libtk8.6.so",
    "libmd.so.0",
    # Windows
    "SDL2.dll", "SDL2_ttf.dll", "libwebpdemux-2.dll", "msvcp140-a4c2229bdc2a2a630acdc095b4d86008.dll", "python313.dll",
    "VCRUNTIME140_1.dll", "api-ms-win-crt-heap-l1-1-0.dll", "tcl86t.dll", "tk86t.dll", "zlib1.dll", "libffi-8.dll",
    "freetype.dll", "ucrtbase.dll",
    # macOS
    "libSDL2-2.0.0.dylib", "libz.1.3.1.zlib-ng.dylib", "libgcc_s.1.1.dylib", "libtcl8.6.dylib", "Python",
]  # fmt: skip


@pytest.mark.parametrize("name", KNOWN)
def test_each_library_that_is_known_to_come_along_is_exactly_one_parts(name: str) -> None:
    assert len([part.name for part in licences.parts() if part.holds(name)]) == 1


def test_a_library_that_nobody_has_listed_is_told() -> None:
    assert licences.unknown({"libz.so.1", "libnew.so.3"}) == ["libnew.so.3"]


def test_every_text_is_there_and_every_text_is_some_parts() -> None:
    listed = {part.text for part in licences.parts() if part.text}
    assert {path.name for path in licences.TEXTS.iterdir()} == listed
    own = [path for part in licences.parts() for path in part.own]
    assert [path for path in own if not (ROOT / path).is_file()] == []
    there = {path.relative_to(ROOT).as_posix() for path in ROOT.glob("assets/*/LICENSE.txt")}
    assert set(own) == {"LICENSE"} | there, "what the wheel brings along, the program without Python does too"


def test_the_program_without_python_has_all_folders_of_assets() -> None:
    spec = (ROOT / "packaging" / "kernelscope.spec").read_text(encoding="utf-8")
    (line,) = (line for line in spec.splitlines() if line.startswith("ASSETS = "))
    assert set(ast.literal_eval(line.removeprefix("ASSETS = "))) == {
        path.name for path in (ROOT / "assets").iterdir() if path.is_dir()
    }


def test_the_licences_lie_beside_the_program_with_a_page_that_says_whose_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(licences, "_of_package", lambda name: [(ROOT / "LICENSE", f"{name}/LICENSE.txt")])
    inside = tmp_path / "_internal"
    (inside / "numpy").mkdir(parents=True)
    for name in ("libSDL2-2-50d19f93.0.so.0.3200.10", "libz.so.1", "libnew.so.3", "numpy/_core.cpython-311-x86.so"):
        (inside / name).touch()
    assert licences.add(tmp_path) == ["libnew.so.3"]
    kept = {path.relative_to(tmp_path / "licences").as_posix() for path in (tmp_path / "licences").rglob("*.txt")}
    assert {"sdl.txt", "zlib.txt", "Python/LICENSE.txt", "numpy/LICENSE.txt", "Kernelscope/program.txt"} <= kept
    assert "x11.txt" not in kept, "a licence of what is not there"
    page = (tmp_path / "licences" / "README.txt").read_text(encoding="utf-8")
    assert [name for name in kept if name != "README.txt" and f"    {name}\n" not in page] == []


def test_an_installed_package_brings_its_licences_along() -> None:
    names = [name for _, name in licences._of_package("numpy")]
    assert "numpy/LICENSE.txt" in names
    assert len(names) == len(set(names))
    assert [name for _, name in licences._of_package("pygame-ce")] != []
