"""Try the installer, on Windows and as an administrator: ``python packaging/try_installer.py INSTALLER.msi``.

It is installed without a question, the installed program is tried, and it is taken away again. What is said after a
failure is the end of what Windows has written down. Status 0 when all went well.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import try_program

LINES = 60
"""How many of the last lines are shown of what Windows writes down."""


def main(arguments: list[str]) -> int:
    """Install, try and take away; say what went wrong, and return the exit status."""
    if len(arguments) != 1:
        sys.stderr.write(f"{__doc__}\n")
        return 2
    installer = Path(arguments[0]).absolute()
    program = Path(os.environ["PROGRAMFILES"]) / "Kernelscope" / "Kernelscope.exe"
    entry = Path(os.environ["PROGRAMDATA"], "Microsoft", "Windows", "Start Menu", "Programs", "Kernelscope.lnk")
    faults = _run_windows_installer("/i", installer)
    faults += [f"{path} is not there" for path in (program, entry) if not path.exists()]
    if not faults and try_program.main([str(program)]) != 0:
        faults.append("the installed program does not work")
    faults += _run_windows_installer("/x", installer)
    faults += [f"{path} is still there" for path in (program.parent, entry) if path.exists()]
    print("\n".join(faults) or "installed, tried and taken away")
    return 1 if faults else 0


def _run_windows_installer(what: str, installer: Path) -> list[str]:
    """Let Windows install or take away, silently; return what went wrong."""
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log.txt"
        command = ["msiexec", what, str(installer), "/qn", "/norestart", "/l*v", str(log)]
        status = subprocess.run(command, check=False).returncode
        if status == 0:
            return []
        said = log.read_text(encoding="utf-16", errors="replace").splitlines() if log.exists() else []
    return [*said[-LINES:], f"msiexec {what} ended with {status}"]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
