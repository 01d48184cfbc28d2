"""What Windows is told of the memory that reading a picture may take, as far as it can be seen elsewhere."""

from __future__ import annotations

import ctypes
import struct
import sys

import pytest

from game.files.job import Limits, limit_memory, limits_of


@pytest.mark.skipif(ctypes.sizeof(ctypes.c_void_p) != 8, reason="the numbers are those of 64 bits")
def test_the_limits_lie_where_winnt_h_has_them() -> None:
    memory = 1_500 * 1024 * 1024
    raw = bytes(limits_of(memory))
    assert len(raw) == 144
    # two times; flags, filling, working sets; processes, filling, affinity; two classes; six counters; four memories
    fields = struct.unpack("<qq I4x QQ I4x Q II 6Q 4Q", raw)
    assert fields[2] == 0x100
    assert fields[-4:] == (memory, 0, 0, 0)
    assert sum(fields) == 0x100 + memory
    assert (Limits.flags.offset, Limits.process_memory.offset) == (16, 112)


@pytest.mark.skipif(sys.platform == "win32", reason="there it would limit the tests")
def test_elsewhere_nothing_is_done() -> None:
    assert not limit_memory(1)
