"""What the intents about an entry do: open it, edit its text, and make the typed number or name what it is for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from ..core.grid import checked_whole
from ..core.limits import CHANNELS, FILTERS, PADDING_SIDE, PICTURE_SIZE, SEED, Range
from ..core.padding import SIDES
from ..core.quantities import QUANTITIES, SLIDER_ENDINGS, Quantity, slider_of
from ..core.scenario import Scenario
from ..input.intent import Cell, Control, GridName, Intent
from ..input.interface_intents import AcceptEntry, CancelEntry, EntryKey, EntryKeyName, EntryText, OpenEntry
from ..input.layer_intents import (
    SetBias,
    SetChannels,
    SetFilters,
    SetOutputPadding,
    SetPaddingSide,
    SetPaddingValue,
    SetResolution,
)
from ..input.scenario_intents import SetCell, SetQuantity, SetSeed
from ..input.stack_intents import SetGap
from ..input.window_intents import SetBrush, SetScale
from ..play.choices import SCALE
from ..words.numbers import full, parse_number
from ..words.plain import plain
from . import scenario_intents, stack_intents, typed_words, window_intents
from .allowed import is_editable, value_at
from .interface import PANELS, Entry
from .state import Handler, State, within
from .toasts import entry_closed

LONGEST = 64
"""Characters that the entry of a number takes."""

_OUTPUT_PADDING = Range(0, QUANTITIES["stride"].range.high - 1)
_CHANNELS, _FILTERS = ("channels", CHANNELS), ("filters", FILTERS)


def _own(state: State) -> Scenario:
    """Return the scenario of the side in focus, with the filter in front."""
    return state.front_of(state.compare.focus)


def _output_padding_of(axis: int, state: State) -> float:
    return float(_own(state).layer.output_padding[axis])


def _padding_of(side: str, state: State) -> float:
    return float(getattr(_own(state).layer.chosen_padding, side))


def _less_cut(axis: int | None, value: float) -> Intent:
    return SetOutputPadding(checked_whole(value, "output padding", _OUTPUT_PADDING), axis)


def _padded(side: str, value: float) -> Intent:
    return SetPaddingSide(side, checked_whole(value, f"{side} padding", PADDING_SIDE))


def _resolved(value: float) -> Intent:
    return SetResolution(checked_whole(value, "resolution", PICTURE_SIZE), typed=True)


OTHER_NUMBERS: dict[str, tuple[Callable[[State], float], Callable[[float], Intent]]] = {
    "brush": (lambda state: state.brush, SetBrush),
    "gap": (lambda state: state.interface.camera.gap, SetGap),
    "scale": (lambda state: state.settings.scale, lambda value: SetScale(checked_whole(value, "scale", Range(*SCALE)))),
    "channels": (lambda state: len(_own(state).channels), lambda value: SetChannels(checked_whole(value, *_CHANNELS))),
    "filters": (lambda state: _own(state).layer.filters, lambda value: SetFilters(checked_whole(value, *_FILTERS))),
    "bias": (lambda state: float(_own(state).layer.bias[_own(state).filter]), SetBias),
    "resolution": (lambda state: float(max(_own(state).pixel_size)), _resolved),
    "padding value": (lambda state: _own(state).layer.padding.value, SetPaddingValue),
    **{f"padding {side}": (partial(_padding_of, side), partial(_padded, side)) for side in SIDES},
    **{
        f"output padding{ending}": (partial(_output_padding_of, axis or 0), partial(_less_cut, axis))
        for axis, ending in SLIDER_ENDINGS.items()
    },
    "seed": (lambda state: state.scenario.seed, lambda value: SetSeed(checked_whole(value, "seed", SEED))),
}
"""The controls with a number that have no slider of a quantity: what it is now, and the intent that sets it."""

_SETTERS = scenario_intents.HANDLERS | stack_intents.HANDLERS | window_intents.HANDLERS


def _open(state: State, intent: OpenEntry) -> State:
    """Open the number of a target; nothing opens for what has none. A text given has been typed already."""
    target = state.interface.cursor if intent.target is None else intent.target
    if target is None or not _can_be_typed(state, target):
        return state
    text = intent.text[:LONGEST] or _text_of(state, target)
    entry = Entry(target, text, len(text), fresh=not intent.text, by_touch=intent.by_touch)
    panel = state.interface.popup if state.interface.popup in PANELS else None  # its numbers are typed in it
    return within(state, "interface", entry=entry, popup=panel, popup_cell=None)


def _can_be_typed(state: State, target: Cell | Control) -> bool:
    """Tell whether a target has a number, or a name: a tour names its stops itself."""
    if isinstance(target, Cell):
        return is_editable(state.work.of(target.side), target)
    if typed_words.has_words(target):
        return typed_words.is_typed(state, target)
    return slider_of(target.name) is not None or target.name in OTHER_NUMBERS


def _text_of(state: State, target: Cell | Control) -> str:
    if isinstance(target, Control) and typed_words.has_words(target):
        return typed_words.words_of(state, target)
    return "" if _is_mix(state, target) else full(_value_of(state, target))


def _is_mix(state: State, target: Cell | Control) -> bool:
    """Tell whether a target is a pixel of the colour picture whose channels differ: it has no single number."""
    if not (state.mixed and isinstance(target, Cell) and target.grid is GridName.IMAGE):
        return False
    return len({float(channel[target.row, target.column]) for channel in state.scenario.channels}) > 1


def _value_of(state: State, target: Cell | Control) -> float:
    """Return the number that a target has now; of a pair that is linked but differs, the rows."""
    if isinstance(target, Cell):
        return value_at(state.front_of(target.side), target)
    slider = slider_of(target.name)
    if slider is not None:
        quantity, axis = slider
        return float(state.work.of(state.compare.focus).chosen(quantity.key)[axis or 0])
    return OTHER_NUMBERS[target.name][0](state)


def _type(state: State, intent: EntryText) -> State:
    """Put characters in at the caret, or in the place of all while the entry is fresh. Only one line is taken."""
    entry = state.interface.entry
    lines = intent.text.strip("\r\n").splitlines()
    typed = plain(lines[0] if lines else "", "")
    if entry is None or not typed:
        return state
    before, after = ("", "") if entry.fresh else (entry.text[: entry.caret], entry.text[entry.caret :])
    longest = typed_words.longest(entry.target, LONGEST)
    typed = typed[: max(longest - len(before) - len(after), 0)]
    longer = entry.changed(text=before + typed + after, caret=len(before + typed), fresh=False)
    return within(state, "interface", entry=longer)


def _press(state: State, intent: EntryKey) -> State:
    entry = state.interface.entry
    return state if entry is None else within(state, "interface", entry=pressed(entry, intent.name))


def pressed(entry: Entry, name: EntryKeyName) -> Entry:
    """Return the entry after a key. A fresh one is as if all was selected: the keys that delete empty it."""
    text, caret = entry.text, entry.caret
    if name == "all":
        return entry.changed(caret=len(text), fresh=bool(text))
    if name in ("backspace", "delete"):
        if entry.fresh:
            return entry.changed(text="", caret=0, fresh=False)
        first = caret - 1 if name == "backspace" else caret
        if first < 0:
            return entry
        return entry.changed(text=text[:first] + text[first + 1 :], caret=first)
    if name == "home" or (name == "left" and entry.fresh):
        return entry.changed(caret=0, fresh=False)
    if name == "end" or (name == "right" and entry.fresh):
        return entry.changed(caret=len(text), fresh=False)
    step = -1 if name == "left" else 1
    return entry.changed(caret=min(max(caret + step, 0), len(text)))


def _take(state: State, target: Cell | Control, value: float) -> State:
    """Give a target its typed number, as the intent does that sets it."""
    intent = _setting(state, target, value)
    return _SETTERS[type(intent)](state, intent)


def _setting(state: State, target: Cell | Control, value: float) -> Intent:
    """Return the intent that sets the number of a target. Raises an error of core for one that cannot be."""
    if isinstance(target, Cell):
        return SetCell(target, value)
    slider = slider_of(target.name)
    if slider is None:
        return OTHER_NUMBERS[target.name][1](value)
    quantity, axis = slider
    allowed = _typed_range(_own(state), quantity)
    return SetQuantity(quantity.name, axis, checked_whole(value, quantity.name, allowed), typed=True)


def _typed_range(scenario: Scenario, quantity: Quantity) -> Range:
    """Return what may be typed for a quantity: the stride of a pooling may be as large as its window."""
    low, high = quantity.range
    if quantity.name == "stride" and scenario.layer.pooling is not None:
        high = max(high, *scenario.kernel_size)
    return Range(low, high)


def accept(state: State, _: object = None, take: Callable[[State, Any, float], State] = _take) -> State:
    """Take the typed number, or name, and close the entry; untouched, it only closes.

    Raises NotANumber, or an error of core when the number is not allowed; `reduce` leaves the entry open then.
    """
    entry = state.interface.entry
    if entry is None:
        return state
    closed = entry_closed(state)
    if entry.fresh:
        return closed
    if isinstance(entry.target, Control) and typed_words.has_words(entry.target):
        return typed_words.said(closed, entry.target, entry.text)
    return take(closed, entry.target, parse_number(entry.text))


HANDLERS: dict[type[Intent], Handler] = {
    OpenEntry: _open,
    EntryText: _type,
    EntryKey: _press,
    AcceptEntry: accept,
    CancelEntry: lambda state, _: entry_closed(state),
}
