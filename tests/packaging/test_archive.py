"""The packed program: everything in one folder, with the rights and links that it needs."""

from __future__ import annotations

import os
import stat
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from bundle.archive import _nobody, pack

NOBODY = (65534, 65534)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "made" / "Kernelscope"
    (made / "usr").mkdir(parents=True)
    (made / "Kernelscope").write_bytes(b"\x7fELF")
    (made / "Kernelscope").chmod(0o755)
    (made / "usr" / "grüß.txt").write_text("text", encoding="utf-8")
    if sys.platform != "win32":
        (made / "link").symlink_to("usr/grüß.txt")
    return made


def test_an_archive_says_nothing_of_who_has_built_it() -> None:
    entry = tarfile.TarInfo("Kernelscope/Kernelscope")
    entry.uid, entry.gid, entry.uname, entry.gname = 1000, 1000, "ada", "ada"
    found = _nobody(entry)
    assert (found.uid, found.gid, found.uname, found.gname) == (0, 0, "root", "root")


@pytest.mark.skipif(sys.platform == "win32", reason="it makes no such archive")
def test_on_linux_the_archive_keeps_rights_and_links_and_names_nobody(folder: Path, tmp_path: Path) -> None:
    os.chown(folder / "Kernelscope", *(NOBODY if os.geteuid() == 0 else (-1, -1)))
    target = tmp_path / "dist" / "a.tar.gz"
    pack([folder], target)
    with tarfile.open(target) as packed:
        entries = {entry.name: entry for entry in packed.getmembers()}
    assert set(entries) >= {"Kernelscope/Kernelscope", "Kernelscope/usr/grüß.txt", "Kernelscope/link"}
    assert entries["Kernelscope/Kernelscope"].mode & 0o111
    assert entries["Kernelscope/link"].linkname == "usr/grüß.txt"
    assert {(entry.uid, entry.gid, entry.uname, entry.gname) for entry in entries.values()} == {(0, 0, "root", "root")}


def test_a_zip_holds_each_file_once_below_one_folder(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "dist" / "a.zip"
    pack([folder], target)
    pack([folder], target)  # a second time takes the place of the first
    with zipfile.ZipFile(target) as packed:
        names = packed.namelist()
        assert packed.read("Kernelscope/Kernelscope") == b"\x7fELF"
    assert len(names) == len(set(names))
    assert {name.split("/")[0] for name in names} == {"Kernelscope"}


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such links")
def test_the_zip_of_an_app_is_unpacked_with_its_links_and_rights(folder: Path, tmp_path: Path) -> None:
    app = folder.rename(folder.with_name("Kernelscope.app"))
    (tmp_path / "licences").mkdir()
    (tmp_path / "licences" / "README.txt").touch()
    target = tmp_path / "dist" / "a.zip"
    pack([app, tmp_path / "licences"], target)
    with zipfile.ZipFile(target) as packed:
        modes = {entry.filename: entry.external_attr >> 16 for entry in packed.infolist()}
        assert packed.read("Kernelscope/Kernelscope.app/link").decode() == "usr/grüß.txt"
    assert stat.S_ISLNK(modes["Kernelscope/Kernelscope.app/link"])
    assert modes["Kernelscope/Kernelscope.app/Kernelscope"] & 0o777 == 0o755
    assert "Kernelscope/licences/README.txt" in modes
