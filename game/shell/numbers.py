"""What becomes of the numbers of a file: the image, the kernels, or a question which of both they are."""

from __future__ import annotations

from ..core.limits import KERNEL_SIZE
from ..files.errors import FileProblem, shown
from ..files.number_file import FoundNumbers
from ..input.effects import ChooseArray
from ..input.intent import GridName, Intent
from ..input.interface_intents import ClosePopup, CloseSheet, OfferNumbers
from ..input.scenario_intents import PasteGrid
from ..input.window_intents import Complain
from ..reading.array_shapes import shown as shown_shape
from ..reading.arrays import Listed
from ..reading.numbers import Numbers
from ..session.offered import Choice, Offered
from ..session.state import State
from ..words.numbers import size_text
from ..words.sentences import sentence_for
from ..words.texts import text


def answer_to(state: State, found: FoundNumbers) -> tuple[Intent, ...]:
    """Return what is asked for by a file of numbers that was opened: it is taken at once where it can be one thing.

    Filters are kernels, channels and what is larger than a kernel an image; where a pooling has no kernel, all but
    filters is an image. Anything else is asked.
    """
    numbers = found.numbers
    if numbers is None:
        return ClosePopup(), OfferNumbers(_arrays_of(found))
    if _may_be_both(state, numbers):
        return ClosePopup(), OfferNumbers(_image_or_kernel(state, found, numbers))
    onto = GridName.KERNEL if numbers.values.ndim > 3 else GridName.IMAGE
    return CloseSheet(), ClosePopup(), _taken(state, found, numbers, onto)


def chosen(state: State, name: str) -> tuple[Intent, ...]:
    """Return what is asked for by the array of this name, of those offered; one that is refused leaves the choice."""
    offered = state.interface.offered
    found = None if offered is None else offered.found
    if not isinstance(found, FoundNumbers):
        return ()
    try:
        return answer_to(state, found.chosen(name))
    except FileProblem as problem:
        return (Complain(sentence_for(problem)),)


def _may_be_both(state: State, numbers: Numbers) -> bool:
    pools = state.work.of(state.compare.focus).layer.pooling is not None
    return numbers.values.ndim == 2 and not pools and max(numbers.values.shape) <= KERNEL_SIZE.high


def _taken(state: State, found: FoundNumbers, numbers: Numbers, onto: GridName) -> PasteGrid:
    """Return the intent that takes numbers; of two settings the kernel is that of the one in focus."""
    whole = str(found.path.absolute())
    return PasteGrid(numbers.values, onto, state.compare.focus, said=numbers.said, source=whole)


def _image_or_kernel(state: State, found: FoundNumbers, numbers: Numbers) -> Offered:
    """Return the question whether numbers are an image or a kernel; each answer says what gives way."""
    scenario, shades = state.work.of(state.compare.focus), found.shades
    channels, filters = len(scenario.channels), scenario.layer.filters
    present = (
        (GridName.IMAGE, scenario.pixel_size, channels > 1, ""),
        (GridName.KERNEL, scenario.kernel_size, channels * filters > 1, "kernel"),
    )
    choices = tuple(
        Choice(
            text(f"numbers.{name.value}"),
            text(f"numbers.replaces.{name.value}" + (".front" if several else ""), size=size_text(size)),
            (CloseSheet(), _taken(state, found, numbers, name)),
            shades,
            hue,
        )
        for name, size, several, hue in present
    )
    size = size_text(numbers.values.shape)
    about = text("numbers.read.remarks", size=size, remarks=numbers.said) if numbers.said else size
    return Offered(text("numbers.question", name=shown(found.title, 60)), about, choices, found)


def _arrays_of(found: FoundNumbers) -> Offered:
    """Return the question which of several arrays is meant."""
    choices = tuple(Choice(shown(each.name, 60), _about(each), (ChooseArray(each.name),)) for each in found.arrays)
    title = text("numbers.which", name=shown(found.title, 60))
    return Offered(title, text("numbers.arrays", count=len(choices)), choices, found)


def _about(array: Listed) -> str:
    """Return an array's shape, and the kind of its numbers where it has one."""
    shape = shown_shape(array.shape)
    return text("numbers.array", shape=shape, kind=array.kind) if array.kind else shape
