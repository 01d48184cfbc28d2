"""The installer for Windows: each file of the folder once, a version that Windows compares, one code for ever."""

from __future__ import annotations

import re
import subprocess
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

import make_installer
from game.version import VERSION
from make_installer import UnfitError, file_list, made, main, unpacked, version_of
from tests.packaging.folders import FILES, pack, write

WIX = "{http://schemas.microsoft.com/wix/2006/wi}"
NAME = f"Kernelscope-{VERSION}-windows-amd64.zip"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path / "Kernelscope")
    return tmp_path / "Kernelscope"


def installed(place: ET.Element, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield where each file would be installed, and which file it is made from."""
    for element in place:
        if element.tag == f"{WIX}Directory":
            yield from installed(element, f"{path}{element.attrib['Name']}/")
        elif element.tag == f"{WIX}Component":
            (file,) = element
            yield path + plain(file.attrib["Name"]), plain(file.attrib["Source"])


def plain(written: str) -> str:
    """Return a text as the tool reads it, which takes a single $ for the beginning of a value's name."""
    assert re.search(r"(?<!\$)\$(\$\$)*(?!\$)", written) is None
    return written.replace("$$", "$")


def test_the_list_holds_each_file_of_the_folder_once_and_at_its_place(folder: Path) -> None:
    place = ET.fromstring(file_list(folder, folder.parent)).find(f".//{WIX}DirectoryRef")
    assert place is not None
    assert place.attrib["Id"] == "INSTALLDIR"
    found = list(installed(place))
    assert sorted(name for name, _ in found) == sorted(FILES)
    assert all(source == f"Kernelscope/{name}" for name, source in found)


def test_each_file_is_a_part_of_its_own_and_all_parts_are_installed(folder: Path) -> None:
    root = ET.fromstring(file_list(folder, folder.parent))
    parts = [part.attrib for part in root.iter(f"{WIX}Component")]
    chosen = [part.attrib["Id"] for part in root.iter(f"{WIX}ComponentRef")]
    assert sorted(part["Id"] for part in parts) == sorted(chosen)
    assert len({uuid.UUID(part["Guid"]) for part in parts}) == len(FILES)
    assert {part["Win64"] for part in parts} == {"yes"}
    assert {file.attrib["KeyPath"] for file in root.iter(f"{WIX}File")} == {"yes"}


def test_what_is_in_the_installer_has_names_that_windows_takes(folder: Path) -> None:
    names = [
        element.attrib["Id"]
        for element in ET.fromstring(file_list(folder, folder.parent)).iter()
        if "Id" in element.attrib
    ]
    own = [name for name in names if name not in ("Files", "INSTALLDIR")]
    assert all(re.fullmatch(r"[A-Za-z_][A-Za-z0-9_.]{0,71}", name) for name in own)
    assert len({name for name in own if own.count(name) == 1}) == len(own) - 2 * len(
        FILES
    )  # a part is named, and chosen


def test_a_file_keeps_its_code_when_it_changes_and_when_others_come(folder: Path, tmp_path: Path) -> None:
    def codes(of: Path) -> dict[str, str]:
        parts = ET.fromstring(file_list(of, of.parent)).iter(f"{WIX}Component")
        return {part[0].attrib["Source"]: part.attrib["Guid"] for part in parts}

    write(tmp_path / "next" / "Kernelscope")
    newer = tmp_path / "next" / "Kernelscope"
    (newer / "Kernelscope.exe").write_bytes(b"MZ, another")
    (newer / "A new file").write_bytes(b"")
    before, after = codes(folder), codes(newer)
    assert {name: code for name, code in after.items() if name in before} == before


def test_an_installed_program_is_never_portable(folder: Path) -> None:
    before = file_list(folder, folder.parent)
    (folder / "portable").touch()
    assert file_list(folder, folder.parent) == before


def test_a_name_that_the_tool_cannot_write_is_said(folder: Path) -> None:
    (folder / "_internal" / "größe.txt").touch()
    with pytest.raises(UnfitError, match=r"ASCII: _internal/größe\.txt"):
        file_list(folder, folder.parent)


@pytest.mark.parametrize("version", ["0.0.0", "1.0.0", "1.10.2", "255.255.65535", VERSION])
def test_the_version_is_the_one_in_the_name_of_the_archive(version: str) -> None:
    assert version_of(Path(f"dist/Kernelscope-{version}-windows-amd64.zip")) == version


@pytest.mark.parametrize(
    "version",
    ["1.0", "1", "1.0.0.0", "1.0.0rc1", "1.0.0-1", "256.0.0", "0.256.0", "0.0.65536", "1.0.０", "v1.0.0", "-1.0.0"],
)
def test_a_version_that_windows_cannot_compare_is_refused(version: str) -> None:
    with pytest.raises(UnfitError, match="Windows knows no version"):
        version_of(Path(f"Kernelscope-{version}-windows-amd64.zip"))


@pytest.mark.parametrize(
    "name", ["Kernelscope-1.0.0-linux-x86_64.tar.gz", "Kernelscope-1.0.0-macos-arm64.zip", "Kernelscope.zip", "x.zip"]
)
def test_an_archive_for_another_system_is_refused(name: str) -> None:
    with pytest.raises(UnfitError, match="is not called"):
        version_of(Path(name))


@pytest.mark.parametrize("top", ["Kernelscope/", "", "any/where/"])
def test_the_folder_is_the_one_that_holds_the_program(tmp_path: Path, top: str) -> None:
    folder = unpacked(pack(tmp_path / NAME, top), tmp_path / "work")
    assert {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()} == set(FILES)


def test_what_an_earlier_run_has_unpacked_is_not_in_the_installer(tmp_path: Path) -> None:
    (tmp_path / "work" / "Kernelscope").mkdir(parents=True)
    (tmp_path / "work" / "Kernelscope" / "old.txt").touch()
    assert not (unpacked(pack(tmp_path / NAME), tmp_path / "work") / "old.txt").exists()


def test_an_archive_without_the_program_is_refused(tmp_path: Path) -> None:
    archive = pack(tmp_path / NAME, extra={"second/Kernelscope.exe": b""})
    with pytest.raises(UnfitError, match=r"Kernelscope\.exe 2 times"):
        unpacked(archive, tmp_path / "work")


def test_the_tool_is_told_the_version_and_both_recipes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[list[str]] = []
    monkeypatch.setattr(subprocess, "run", lambda command, **_: told.append([str(part) for part in command]))
    target = made(pack(tmp_path / NAME), tmp_path / "work")
    assert target == tmp_path / f"Kernelscope-{VERSION}-windows-amd64.msi"
    (command,) = told
    assert command[:3] == ["wixl", "--arch", "x64"]
    assert command[3:5] == ["-D", f"Version={VERSION}"]
    assert command[5:] == ["--output", str(target), str(make_installer.RECIPE), str(tmp_path / "work" / "files.wxs")]
    assert (tmp_path / "work" / "files.wxs").is_file()


def test_without_the_tool_it_is_said_which_one_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(make_installer, "WORK", tmp_path / "work")
    assert main([str(pack(tmp_path / NAME))]) == 1
    assert "apt install wixl" in capsys.readouterr().err


def test_an_archive_that_is_missing_or_none_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / NAME)]) == 1
    (tmp_path / NAME).write_bytes(b"no archive")
    assert main([str(tmp_path / NAME)]) == 1
    assert main([]) == 2
    assert capsys.readouterr().err.count("Traceback") == 0


@pytest.fixture(scope="module")
def recipe() -> ET.Element:
    return ET.parse(make_installer.RECIPE).getroot()


def only(recipe: ET.Element, kind: str) -> dict[str, Any]:
    (found,) = recipe.iter(f"{WIX}{kind}")
    return found.attrib


def test_the_upgrade_code_is_the_same_for_ever(recipe: ET.Element) -> None:
    product = only(recipe, "Product")
    assert product["UpgradeCode"] == "8E2C1F4B-6A57-4D0E-9B3C-51D7A90E24F6"
    assert (product["Id"], product["Version"]) == ("*", "$(var.Version)")
    assert only(recipe, "MajorUpgrade")["DowngradeErrorMessage"]


def test_it_is_installed_for_all_users_and_asks_nothing(recipe: ET.Element) -> None:
    assert only(recipe, "Package")["InstallScope"] == "perMachine"
    assert [kind for kind in ("UI", "UIRef", "CustomAction") if recipe.find(f".//{WIX}{kind}") is not None] == []


def test_the_recipe_names_the_program_and_the_groups_that_the_list_has(recipe: ET.Element, folder: Path) -> None:
    assert only(recipe, "Shortcut")["Target"] == f"[INSTALLDIR]{make_installer.PROGRAM}"
    assert (folder / make_installer.PROGRAM).is_file()
    assert (
        only(recipe, "ComponentGroupRef")["Id"]
        == only(ET.fromstring(file_list(folder, folder.parent)), "ComponentGroup")["Id"]
    )
    assert "INSTALLDIR" in {place.attrib["Id"] for place in recipe.iter(f"{WIX}Directory")}


def test_the_icon_of_the_installer_is_there(recipe: ET.Element) -> None:
    icon = make_installer.HERE / only(recipe, "Icon")["SourceFile"]
    assert icon.read_bytes()[:4] == b"\0\0\1\0"
