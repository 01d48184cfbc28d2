"""What the thing on screen is called, and which file it belongs to. The one rule of it stands here.

A thing keeps its name and its file while it is edited: painted, typed into, given another size, stride or padding.
Another image or kernel by name, a pasted grid, another seed and what is opened make it another thing: what was typed
as its name no longer tells what is shown, and Save must not write it over the file. An undo goes back to the thing
before, so to its name and file. Of two sides that are compared it is side A that has them.
"""

from __future__ import annotations

from pathlib import PurePath

from ..core.padding import Padding
from ..core.quantities import sliding
from ..core.resize import image_edited, image_of_name
from ..core.result import Result
from ..core.scenario import Scenario
from ..files.scenario_file import tidy_name
from ..files.settings import with_recent
from ..input.intent import Side
from ..words.numbers import pair_text, size_text
from ..words.texts import text
from .changes import changed_apart
from .history import Work
from .state import State, within

LONGEST = 80
"""Characters that a name may have, in the window and as the name of a file."""
_LONGEST_BYTES = 200  # of a file's name: systems take 255, with its ending
_NOT_IN_FILES = ':*?"<>|'  # besides the separators of paths, which no name keeps
_PLAIN = str.maketrans({"×": "x", "−": "-", "…": "-"})  # signs of ours that not every file system or mail keeps
_TAKEN = {"con", "prn", "aux", "nul", "conin$", "conout$"} | {
    f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"
}
"""Names that Windows keeps for its devices, whatever their ending."""


def another(state: State, scenario: Scenario, side: Side = Side.A) -> State:
    """Show another thing on a side, as an undo entry of its own; the same one chosen again is no change."""
    if scenario.named("") == state.work.of(side).named(""):
        return state
    if state.compare.on and side is Side.B:
        return changed_apart(state, scenario, side=side)
    return changed_apart(state, scenario.named(""), document=_next_document(state))


def opened(state: State, scenario: Scenario, path: str | None) -> State:
    """Show what was opened, under the name that it has itself; Save writes to the path from now on."""
    document = state.work.document if scenario == state.scenario else _next_document(state)
    return with_path(changed_apart(state, scenario, lenient=True, document=document), path)


def swapped(state: State) -> Work:
    """Return the work of Compare with its sides exchanged: what stands on side B leads, and is another thing."""
    work = state.work
    leader, follower = work.of(Side.B).named(""), work.of(Side.A).named("")
    if leader == follower:
        return work
    return work.changed(scenario=leader, other=follower, document=_next_document(state))


def renamed(state: State, name: str) -> State:
    """Give what is shown a name, as an undo entry of its own; an empty one leaves it to what it is."""
    return changed_apart(state, state.scenario.named(clean_name(name)))


def with_path(state: State, path: str | None) -> State:
    """Let the thing on screen belong to a file, or to none."""
    others = tuple(pair for pair in state.paths if pair[0] != state.work.document)
    return state.changed(paths=others if path is None else (*others, (state.work.document, path)))


def remembered(state: State, path: str) -> State:
    """Put a file first among the recent ones; in a tour, among the person's own."""
    if state.tour is not None:
        state = within(state, "tour", own=remembered(state.tour.own, path))
    return state.changed(settings=with_recent(state.settings, path))


def _next_document(state: State) -> int:
    """Return a number that no thing has had, also none that an undo has left behind."""
    numbers = (*(work.document for work in state.history.entries), *(thing for thing, _ in state.paths))
    return 1 + max(state.work.document, *numbers)


def clean_name(name: str) -> str:
    """Return a typed name as it is kept: one line without the separators of paths, and not too long."""
    line = "".join(" " if character in "/\\" else character for character in tidy_name(name))
    return " ".join(line.split())[:LONGEST].strip()


def title_of(scenario: Scenario, path: str | None = None, changed: bool | None = None) -> str:
    """Return what is shown by its name, else its file's, else by what it is, e.g. "Random noise, 8 × 8".

    changed: whether the image is edited, where that is known already.
    """
    return scenario.name or (tidy_name(PurePath(path).stem) if path else "") or _described(scenario, changed)


def file_name(scenario: Scenario) -> str:
    """Return the name of a file for a scenario: its own, else what it is, as every file system takes it; no ending."""
    name = scenario.name
    if not name:
        image, kernel = named("image", scenario.image_name), layer_words(scenario)
        name = text("file.name", image=image, size=size_text(scenario.pixel_size), kernel=kernel)
    return safe_name(name)


def safe_name(name: str) -> str:
    """Return a name as every file system takes it, without its ending. All names of files that are proposed go by here.

    It has no separators and no signs that cannot be seen, no dots or blanks at its ends, is not that of a device, and
    has at most LONGEST characters and 200 bytes.
    """
    plain = "".join(" " if character in _NOT_IN_FILES else character for character in name.translate(_PLAIN))
    cut = clean_name(plain).encode("utf-8", "ignore")[:_LONGEST_BYTES].decode("utf-8", "ignore").strip(" .")
    stem, dot, rest = cut.partition(".")
    if stem.strip().lower() in _TAKEN:
        cut = safe_name(f"{stem.strip()} 1{dot}{rest}")
    return cut or text("title")


def _described(scenario: Scenario, changed: bool | None) -> str:
    sized = text("subtitle.size", name=named("image", scenario.image_name), size=size_text(scenario.pixel_size))
    changed = image_edited(scenario, image_of_name(scenario)) if changed is None else changed
    return text("name.edited", name=sized) if changed else sized


def kernels_called(result: Result) -> str:
    """Return what the kernels are called, or the filter in front."""
    return result.scenario.kernel_name if result.scenario.is_single else result.kernel_called


def named(kind: str, name: str, changed: bool = False) -> str:
    """Return how an image or a kernel is called: by its name, as edited, or as the person's own."""
    words = text(f"{kind}.{name}") if name else text("name.own")
    return text("name.edited", name=words) if changed else words


def layer_words(scenario: Scenario) -> str:
    """Return how the kernel is called, or where there is none the pooling, e.g. "max pooling"."""
    pooling = scenario.layer.pooling
    if pooling is None:
        return (
            text("layer.fully connected")
            if scenario.layer.is_fully_connected and not scenario.kernel_name
            else named("kernel", scenario.kernel_name)
        )
    words = text(f"layer.{pooling.kind} pooling")
    return words if pooling.kernel_size else text("layer.whole image", operation=words)


ONCE = (1, 1)
"""What a layer slides and spreads by at first."""


def padding_words(padding: Padding) -> str:
    """Return the padding as it is spoken of, e.g. "padding 1" or "reflect padding 1, 2"; "" where there is none."""
    rows, columns = (text("padding.sides", before=before, after=after) for before, after in padding.sides)
    both = rows if rows == columns else text("padding.axes", rows=rows, columns=columns)
    value = both if padding.alike is None else pair_text(padding.alike)
    if padding.alike == (0, 0):
        return ""
    mode = text(f"padding.mode.{padding.mode}")
    return text("walk.padding" if padding.mode == "zeros" else "walk.padding.mode", value=value, mode=mode)


def walk_words(scenario: Scenario) -> tuple[str, ...]:
    """Return how the kernel slides, e.g. ("stride 2", "padding 1").

    What a file need not say is said where it is not as at first.
    """
    layer = scenario.layer
    words = [text("walk.transposed")] if layer.is_transposed else []
    for quantity in sliding("slide"):
        pair = scenario.chosen(quantity.key)
        if (
            quantity.name == "padding"
            and (said := padding_words(scenario.layer.chosen_padding))
            and not scenario.layer.chosen_padding.pair
        ):
            words.append(said)
        elif quantity.needed or pair != scenario.defaults.get(quantity.key, ONCE):
            words.append(text(f"walk.{quantity.name}", value=pair_text(pair)))
    if layer.output_padding != (0, 0):
        words.append(text("walk.output padding", value=pair_text(layer.output_padding)))
    return tuple(words)
