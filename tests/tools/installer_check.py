"""Make the installer for Windows from a small folder, and look into it: ``python -m tests.tools.installer_check``.

It needs wixl and msitools (on Debian: apt install wixl msitools), which make and read such a file without Windows. That
Windows installs it is for Windows to say. Status 0 when the installer is as it should be.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from game.version import VERSION
from tests.packaging.folders import FILES, pack

ROOT = Path(__file__).parents[2]
PLACE = "Kernelscope"
"""The folder within that for programs."""
PROPERTIES = {
    "ALLUSERS": "1",
    "ProductName": "Kernelscope",
    "ProductVersion": VERSION,
    "UpgradeCode": "{8E2C1F4B-6A57-4D0E-9B3C-51D7A90E24F6}",
}
"""What it has to say of itself: for whom it is, and which one it takes the place of."""


def main() -> int:
    """Make it and look into it."""
    with tempfile.TemporaryDirectory(prefix="kernelscope-installer-") as name:
        folder = Path(name)
        archive = pack(folder / f"Kernelscope-{VERSION}-windows-amd64.zip", extra={"portable": b""})
        installer = Path(run(sys.executable, str(ROOT / "packaging" / "make_installer.py"), str(archive)).strip())
        holds_the_folder(installer, folder / "found")
        says_what_it_is(installer)
    print(f"installer: {installer.name} holds {len(FILES)} files, each as it was, for all users of a computer")
    return 0


def holds_the_folder(installer: Path, found: Path) -> None:
    """Assert that it brings each file of the folder to its place, unchanged, and no other."""
    found.mkdir()
    run("msiextract", "--directory", str(found), str(installer))
    files = {path.relative_to(found).as_posix(): path.read_bytes() for path in found.rglob("*") if path.is_file()}
    wanted = {f"{PLACE}/{name}": content for name, content in FILES.items()}
    assert files == wanted, sorted(files.keys() ^ wanted.keys())


def says_what_it_is(installer: Path) -> None:
    """Assert what it says of itself, that it takes the place of older ones only, and that it is for 64 bits."""
    said = dict(row[:2] for row in rows(installer, "Property"))
    assert {name: said.get(name) for name in PROPERTIES} == PROPERTIES, said
    found = [(row[0], row[1], row[2], row[-1]) for row in rows(installer, "Upgrade")]
    code = PROPERTIES["UpgradeCode"]
    assert (code, "", VERSION, "WIX_UPGRADE_DETECTED") in found, found
    assert (code, VERSION, "", "WIX_DOWNGRADE_DETECTED") in found, found
    assert "NOT WIX_DOWNGRADE_DETECTED" in [row[0] for row in rows(installer, "LaunchCondition")]
    assert ("ProgramFiles64Folder", "Kernelscope") in [tuple(row[1:3]) for row in rows(installer, "Directory")]
    assert "[INSTALLDIR]Kernelscope.exe" in [row[4] for row in rows(installer, "Shortcut")]
    assert "Template: x64;1033" in run("msiinfo", "suminfo", str(installer))


def rows(installer: Path, table: str) -> list[list[str]]:
    """Return the rows of one of its tables, without the three that say what the table is."""
    return [line.split("\t") for line in run("msiinfo", "export", str(installer), table).splitlines()[3:]]


def run(*command: str) -> str:
    """Run a command and return what it prints; what goes wrong ends the check, with all that was said."""
    found = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    if found.returncode != 0:
        sys.exit(f"{' '.join(command)} ended with {found.returncode}:\n{found.stdout}{found.stderr}")
    return found.stdout


if __name__ == "__main__":
    sys.exit(main())
