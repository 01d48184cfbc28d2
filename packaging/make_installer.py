"""Make the installer for Windows from the packed program: ``python packaging/make_installer.py ARCHIVE.zip``.

The archive is the one that ``packaging/build.py`` has made on Windows; the installer lies beside it afterwards, under
the same name. The tool that makes it is wixl (on Debian and Ubuntu: apt install wixl), which needs no Windows.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import uuid
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

HERE = Path(__file__).resolve().parent
RECIPE = HERE / "kernelscope.wxs"
WORK = HERE.parent / "build" / "packaging" / "installer"

PROGRAM = "Kernelscope.exe"
PORTABLE = "portable"
"""The file that makes a folder keep its settings in itself, which one that is installed for all must not."""

LARGEST = (255, 255, 65535)
"""Windows compares the three numbers of a version, and knows none that are larger."""

NAMESPACE = "http://schemas.microsoft.com/wix/2006/wi"
OURS = uuid.UUID("4f0f3a2e-5f5b-4b83-a6b1-0d6c0b8f7f19")
"""What the identities of the files grow from: a file keeps its own from version to version."""


class UnfitError(Exception):
    """What stands in the way of an installer, as one sentence."""


def main(arguments: list[str]) -> int:
    """Make the installer, and return the exit status."""
    if len(arguments) != 1:
        sys.stderr.write(f"{__doc__}\n")
        return 2
    try:
        print(made(Path(arguments[0]), WORK))
    except (UnfitError, OSError, zipfile.BadZipFile) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


def made(archive: Path, work: Path) -> Path:
    """Return the installer, made from the archive."""
    version = version_of(archive)
    folder = unpacked(archive, work)
    listed = work / "files.wxs"
    listed.write_bytes(file_list(folder, work))  # wixl looks for files from where the list lies
    target = archive.with_suffix(".msi")
    command = ["wixl", "--arch", "x64", "-D", f"Version={version}", "--output"]
    try:
        subprocess.run([*command, str(target), str(RECIPE), str(listed)], check=True)
    except FileNotFoundError:
        raise UnfitError("The command wixl is missing; on Debian: apt install wixl") from None
    except subprocess.CalledProcessError as error:
        raise UnfitError(f"wixl has made no installer; its status is {error.returncode}.") from None
    return target


def version_of(archive: Path) -> str:
    """Return the version that the archive's name tells, if Windows can compare it with others."""
    found = re.fullmatch(r"Kernelscope-(.+)-windows-amd64\.zip", archive.name)
    if found is None:
        raise UnfitError(f"{archive.name} is not called Kernelscope-VERSION-windows-amd64.zip")
    version = found[1]
    numbers = [int(part) for part in version.split(".")] if re.fullmatch(r"[0-9]+\.[0-9]+\.[0-9]+", version) else []
    if not numbers or any(number > most for number, most in zip(numbers, LARGEST, strict=True)):
        raise UnfitError(f"Windows knows no version {version}: three numbers, at most {'.'.join(map(str, LARGEST))}")
    return version


def unpacked(archive: Path, work: Path) -> Path:
    """Return the program's folder, unpacked anew."""
    shutil.rmtree(work, ignore_errors=True)
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(work)
    programs = list(work.rglob(PROGRAM))
    if len(programs) != 1:
        raise UnfitError(f"{archive.name} holds {PROGRAM} {len(programs)} times, not once.")
    return programs[0].parent


def file_list(folder: Path, base: Path) -> bytes:
    """Return the list of all files of a folder, each once, in the installer's language; they are named from a base."""
    ET.register_namespace("", NAMESPACE)
    root = ET.Element(f"{{{NAMESPACE}}}Wix")
    fragment = _child(root, "Fragment")
    group = _child(fragment, "ComponentGroup", Id="Files")
    _add_folder(folder, (folder, base), _child(fragment, "DirectoryRef", Id="INSTALLDIR"), group)
    ET.indent(root)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _add_folder(folder: Path, tops: tuple[Path, Path], place: ET.Element, group: ET.Element) -> None:
    """Add what lies in a folder to its place in the list, and each of its files to the group."""
    for path in sorted(folder.iterdir()):
        name, source = (path.relative_to(top).as_posix() for top in tops)
        if not name.isascii():
            raise UnfitError(f"wixl can write no name with other letters than those of ASCII: {name}")
        if path.is_dir():
            _add_folder(path, tops, _child(place, "Directory", Id=_identity("d", name), Name=path.name), group)
        elif name != PORTABLE:
            identity = _identity("c", name)
            component = _child(place, "Component", Id=identity, Guid=_code(name), Win64="yes")
            _child(component, "File", Id=_identity("f", name), Name=path.name, Source=source, KeyPath="yes")
            _child(group, "ComponentRef", Id=identity)


def _child(parent: ET.Element, kind: str, **attributes: str) -> ET.Element:
    written = {name: value.replace("$", "$$") for name, value in attributes.items()}  # wixl puts values in after one $
    return ET.SubElement(parent, f"{{{NAMESPACE}}}{kind}", written)


def _identity(kind: str, name: str) -> str:
    """Return what a file or folder is called within the installer."""
    return f"{kind}{uuid.uuid5(OURS, name).hex}"


def _code(name: str) -> str:
    """Return the code by which Windows knows a file, the same in every version."""
    return str(uuid.uuid5(OURS, name)).upper()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
