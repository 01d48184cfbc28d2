"""The text code: any scenario without a photo as one line, KS1-…, KS2-… or KS3-…, that survives mail and chat.

Letters and digits alone, with a check that no slip passes; `symbols` says how bytes are written so, `packing` how
numbers are bytes, and `code_fields` which numbers. ``game/README.md`` has all of the format.
"""

from __future__ import annotations

import re

from ..core.chained import source_of
from ..core.limits import IMAGE_SIZE
from ..files.errors import FileProblem
from ..files.scenario_parts import OpenedScenario
from . import code_chain, code_fields
from .packing import Packer, Unpacker
from .symbols import LENGTH, SYMBOLS, count_of, in_bytes, in_symbols, length_of

VERSION = OF_NETWORKS = 3
"""The newest. What an older one can say is written in that, for programs that know no newer one."""
LONGEST = 100_000
"""Characters that a text with a code in it may have."""
_BEGINS = re.compile(r"(?<![0-9A-Za-z])KS([0-9]{1,4})[-\u2010-\u2015\u2212]", re.IGNORECASE | re.ASCII)


def encoded(held: OpenedScenario) -> str:
    """Return a scenario, with its position and view, as a text code; the names of image and kernels are not in it.

    Raises FileProblem: "code_photo" for a kept picture and a source image of more than 64 × 64, "code_too_long" for one
    of so many numbers that no text is short enough.
    """
    source = source_of(held.scenario)
    if source.picture is not None or max(source.shape[1:]) > IMAGE_SIZE.high:
        raise FileProblem("code_photo", most=int(IMAGE_SIZE.high))
    packer, version = Packer(), code_fields.version_of(held.scenario)
    write = code_chain.write if version >= OF_NETWORKS else code_fields.write
    write(packer, held)
    prefix = f"KS{version}-"
    length = len(prefix) + length_of(len(packer.data))
    if length > LONGEST:
        raise FileProblem("code_too_long", most=LONGEST, length=length)
    return prefix + in_symbols(bytes(packer.data))


def holds_code(text: str) -> bool:
    """Tell whether a text code begins somewhere in a text, whatever is around it."""
    return _BEGINS.search(text[:LONGEST]) is not None


def decoded(text: str) -> OpenedScenario:
    """Return what the first text code in a text holds.

    Spaces, line ends and signs inside it, words and quotes around it do not matter. Raises FileProblem:
    "code_missing", "code_too_long", "code_newer", "code_cut_off" and "code_damaged"; and the errors of `core`, of
    numbers that cannot be, which no program writes.
    """
    if len(text) > LONGEST:
        raise FileProblem("code_too_long", most=LONGEST, length=len(text))
    begin = _BEGINS.search(text)
    if begin is None:
        raise FileProblem("code_missing")
    version = int(begin[1])
    if not 1 <= version <= VERSION:
        raise FileProblem("code_newer", version=version, known=VERSION)
    read = code_chain.read if version >= OF_NETWORKS else code_fields.read
    return read(Unpacker(in_bytes(_symbols(text[begin.end() :]))), version)


def _symbols(rest: str) -> str:
    """Return so many letters and digits as a code says that it has. Raises FileProblem."""
    places = [place for place, sign in enumerate(rest) if sign in SYMBOLS]
    needed = count_of("".join(rest[place] for place in places[:LENGTH])) if len(places) >= LENGTH else LENGTH
    if len(places) < needed or needed == LENGTH:
        raise FileProblem("code_cut_off", found=len(places), needed=needed)
    if places[needed - 1] + 1 in places[needed : needed + 1]:  # it goes on where it says that it ends
        raise FileProblem("code_damaged")
    return "".join(rest[place] for place in places[:needed])
