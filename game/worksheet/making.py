"""Worksheets of a scenario: what they are made of, and their files."""

from __future__ import annotations

from collections.abc import Callable

from ..core.scenario import Scenario
from ..files.errors import FileProblem
from ..files.worksheet_plan import Exercise, Plan
from ..words.numbers import size_text
from ..words.worksheet_texts import task_names
from .blocks import Asked, cell_block, map_block, mistake_block
from .kind import MOST, MOST_OF_CHANNELS, Kind, kind_of, on_paper, with_image
from .layout import Page, laid_out
from .sheet import BLOCKS, VERSIONS, Block, BlockKind, Fill, Options, Worksheet
from .size_blocks import coverage_block, size_block, strides_block
from .wording import Wording, is_padded

_MAKERS: dict[BlockKind, Callable[[Asked, int], Block]] = {
    "map": map_block,
    "cell": cell_block,
    "coverage": coverage_block,
    "strides": strides_block,
    "size": size_block,
    "mistake": mistake_block,
}

SEEDS, APART = 2**32, 7919
"""How many seeds there are; and how far those of exercises about other numbers lie apart."""


def _blocks_for(kind: Kind) -> tuple[BlockKind, ...]:
    without: set[BlockKind] = set()
    if kind.is_transposed:  # its stamps leave nothing over
        without |= {"coverage", "strides"}
    if kind.outputs() == (1, 1):
        without |= {"mistake"}
    return tuple(each for each in BLOCKS if each not in without)


def plan_of(scenario: Scenario, options: Options) -> Plan:
    """Return the worksheet that somebody wishes of one scenario, all exercises about the same numbers.

    Raises FileProblem as `kind.on_paper` does.
    """
    wished = options.blocks or _blocks_for(_kind_of(_wished("map", scenario, options)))
    return Plan(
        options.title,
        tuple(_wished(each, scenario, options) for each in wished),
        options.versions,
        options.paper,
        scenario.seed if options.seed is None else options.seed,
        options.room,
        options.texts,
    )


def _wished(kind: BlockKind, scenario: Scenario, options: Options) -> Exercise:
    return Exercise(kind, scenario, padding_drawn=options.padding_drawn, own_kernel=options.own_kernel)


def _kind_of(exercise: Exercise) -> Kind:
    """Return the kind of an exercise; of several channels with padding, image and padding together are small."""
    assert exercise.scenario is not None
    kind = kind_of(exercise.scenario, exercise.own_kernel)
    drawn, most = exercise.padding_drawn, MOST
    if exercise.own_image:
        kind = with_image(kind, exercise.scenario)
    if kind.channels > 1:
        around = kind.padding.sides if drawn and not kind.is_transposed else ((0, 0),)
        most = max(3, MOST_OF_CHANNELS - max(sum(side) for side in around))
    return on_paper(kind, most, drawn=drawn)


def made(plan: Plan, name: str, version: str) -> Worksheet:
    """Return one version of a worksheet, whose files are called by the name.

    Raises FileProblem: "worksheet_kernel" or "worksheet_size" where a scenario has no room on paper, "worksheet_image"
    where its image can't be taken as it is, "worksheet_block" where an exercise makes no sense for it.
    """
    wording = Wording(plan.texts)
    blocks = tuple(_block(plan, place, version) for place in range(len(plan.exercises)))
    about = next((each.scenario for each in plan.exercises if each.scenario is not None), None)
    title = plan.title or (about.name or _title(kind_of(about), wording) if about is not None else "")
    facts = {"name": name, "version": version, "seed": plan.seed}
    return Worksheet(
        title=title or wording.of("title.questions"),
        name_line=wording.of("name_line", version=version),
        name_line_key=wording.of("name_line.key", version=version),
        blocks=blocks,
        version=version,
        seed=plan.seed,
        paper=plan.paper,
        room=wording.of("room") if plan.room else "",
        room_elsewhere=wording.of("room.back") if plan.room else "",
        footer=(wording.of("footer", **facts), wording.of("footer.elsewhere")),
        footer_key=(wording.of("footer.key", **facts), ""),
    )


def _block(plan: Plan, place: int, version: str) -> Block:
    """Return an exercise of a worksheet; the task that its author wrote goes before the usual one."""
    exercise = plan.exercises[place]
    if exercise.scenario is None:
        return Block(exercise.kind, exercise.task, None, lines=tuple(Fill(*line) for line in exercise.lines))
    kind = _kind_of(exercise)
    block = next((each for each in _blocks_for(kind) if each == exercise.kind), None)
    if block is None:
        raise FileProblem("worksheet_block", name=exercise.kind, operation=kind.operation, allowed=_blocks_for(kind))
    texts = {**plan.texts, **dict.fromkeys(task_names(block), exercise.task)} if exercise.task else plan.texts
    seed = (plan.seed + exercise.group * APART) % SEEDS
    said = {"padding": exercise.padding_drawn, "size": exercise.size, "told": bool(exercise.task)}
    asked = Asked(kind, seed, version, Wording(texts), **said)
    return _MAKERS[block](asked, _map_number(plan, exercise))


def _map_number(plan: Plan, exercise: Exercise) -> int:
    """Return the number of the exercise in which the same map is filled in, from 1; 0 where there is none."""
    alike = (
        place
        for place, each in enumerate(plan.exercises, 1)
        if (each.kind, each.group, each.own_kernel, each.own_image)
        == ("map", exercise.group, exercise.own_kernel, exercise.own_image)
    )
    return next(alike, 0)


def _title(kind: Kind, wording: Wording) -> str:
    """Return what a worksheet is about, as "Convolution: stride and padding"."""
    there = {
        "stride": kind.stride != (1, 1) and not kind.is_pooling,
        "padding": is_padded(kind.padding),
        "dilation": kind.dilation != (1, 1),
        "channels": kind.channels > 1,
    }
    parts = [wording.of(f"title.{name}") for name, is_so in there.items() if is_so]
    operation = wording.of(f"operation.{kind.operation}")
    if not parts:
        return wording.of("title.plain", operation=operation)
    what = wording.of("title.and", most=", ".join(parts[:-1]), last=parts[-1]) if len(parts) > 1 else parts[0]
    return wording.of("title", operation=operation, what=what)


def worksheets(scenario: Scenario, options: Options) -> dict[str, bytes]:
    """Return the files of the worksheets of a scenario by their names, as `files_of` does, and raises as that."""
    return files_of(plan_of(scenario, options), options.name)


def names_of(plan: Plan, name: str) -> tuple[str, ...]:
    """Return the names of the files of the worksheets: one for each version, and that of their keys."""
    versions = VERSIONS[: plan.versions]
    return *(f"{name}-{each}.pdf" if len(versions) > 1 else f"{name}.pdf" for each in versions), f"{name}-key.pdf"


def files_of(plan: Plan, name: str) -> dict[str, bytes]:
    """Return the files of the worksheets by their names: a PDF for each version, and one with the keys of all.

    The same plan gives the same bytes, whenever and wherever. Raises what `made` raises.
    """
    from .pdf import pdf_of  # it takes a third of a second to import what writes it

    versions = [made(plan, name, version) for version in VERSIONS[: plan.versions]]
    found = [pdf_of(laid_out(each, key=False), each.title) for each in versions]
    pages: list[Page] = [page for each in versions for page in laid_out(each, key=True)]
    return dict(zip(names_of(plan, name), [*found, pdf_of(tuple(pages), versions[0].title)], strict=True))


def said_of(scenario: Scenario, options: Options) -> tuple[str, ...]:
    """Return a sentence about each thing that the worksheets do not have as the scenario has it."""
    wording = Wording(options.texts)
    kind = _kind_of(_wished("map", scenario, options))
    said = []
    if kind.size != scenario.pixel_size:
        sizes = {"size": size_text(scenario.pixel_size), "small": size_text(kind.size)}
        said.append(wording.of("said.image", **sizes))
    if kind.channels != len(scenario.pixels):
        said.append(wording.of("said.channels", count=kind.channels, all=len(scenario.pixels)))
    if scenario.layer.filters > 1 and not kind.is_pooling:
        said.append(wording.of("said.filters", all=scenario.layer.filters))
    if scenario.layer.activation not in ("none", "relu"):
        said.append(wording.of("said.activation", activation=scenario.layer.activation))
    return tuple(said)
