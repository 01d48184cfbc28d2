"""Toasts: sentences that stay until they are dismissed, or some seconds after the next input, three at most.

In Present nobody has a hand free to dismiss one: they go by themselves, and with the next key of a remote.
"""

from __future__ import annotations

from collections.abc import Callable

from .interface import Interface, Toast
from .state import State, within

SECONDS_AFTER_INPUT = 10.0
SECONDS_IN_PRESENT = 6.0
MOST = 3


def with_toast(state: State, sentence: str, warning: bool = False, of_paste: bool = False) -> State:
    """Show a sentence; the same one shown already begins anew, and of more than three the oldest goes.

    About a number that is being typed there is one at a time, the last; about what was pasted too.
    """
    interface = state.interface
    of_entry, number = interface.entry is not None, interface.toasts_made + 1
    kept = without_toasts(state, lambda toast: toast.sentence == sentence or (of_entry and toast.of_entry))
    kept = paste_settled(kept) if of_paste else kept
    toast = Toast(number, sentence, warning, interface.now, of_entry, of_paste=of_paste)
    return within(kept, "interface", toasts=(*kept.interface.toasts, toast)[-MOST:], toasts_made=number)


def with_share(state: State, sentence: str, share: float) -> State:
    """Show how much of the file that is being written is done; there is one such sentence, which stays in its place."""
    interface = state.interface
    if any(toast.share is not None for toast in interface.toasts):
        toasts = tuple(
            toast if toast.share is None else toast.changed(sentence=sentence, share=share)
            for toast in interface.toasts
        )
        return within(state, "interface", toasts=toasts)
    number = interface.toasts_made + 1
    toast = Toast(number, sentence, False, interface.now, share=share)
    return within(state, "interface", toasts=(*interface.toasts, toast)[-MOST:], toasts_made=number)


def without_toasts(state: State, gone: Callable[[Toast], bool]) -> State:
    """Take some toasts away."""
    return within(state, "interface", toasts=tuple(toast for toast in state.interface.toasts if not gone(toast)))


def paste_settled(state: State) -> State:
    """Take away what was said of something pasted that was not taken: another was, or it is undone."""
    pasted = any(toast.of_paste for toast in state.interface.toasts)
    return without_toasts(state, lambda toast: toast.of_paste) if pasted else state


def entry_closed(state: State) -> State:
    """Close the open entry; what was said about the number that was being typed goes."""
    return within(without_toasts(state, lambda toast: toast.of_entry), "interface", entry=None)


def input_noted(state: State) -> State:
    """Start the last seconds of every toast that waits for an input."""
    interface = state.interface
    if all(toast.input_at is not None for toast in interface.toasts):
        return state
    toasts = tuple(
        toast if toast.input_at is not None else toast.changed(input_at=interface.now) for toast in interface.toasts
    )
    return within(state, "interface", toasts=toasts)


def expired(interface: Interface) -> Interface:
    """Take away the toasts whose time is over."""
    left = tuple(toast for toast in interface.toasts if interface.now < _end(toast, interface.presenting))
    return interface if len(left) == len(interface.toasts) else interface.changed(toasts=left)


def pass_away(interface: Interface) -> bool:
    """Tell whether time takes a toast away."""
    return any(_end(toast, interface.presenting) < float("inf") for toast in interface.toasts)


def _end(toast: Toast, presenting: bool) -> float:
    """Return when a toast goes; never, while it waits for an input, or for a file to be written."""
    if toast.share is not None:
        return float("inf")
    waiting = float("inf") if toast.input_at is None else toast.input_at + SECONDS_AFTER_INPUT
    return min(waiting, toast.since + SECONDS_IN_PRESENT) if presenting else waiting
