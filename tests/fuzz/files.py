"""What lies about: a folder with files that can be dropped or chosen, good and bad, and texts for the clipboard."""

from __future__ import annotations

import json
import random
from pathlib import Path

import numpy as np
import pygame
from PIL import Image

from game.core.chain import Source
from game.core.chained import of_layers
from game.core.counts import depthwise, with_channel_count, with_filter_count
from game.core.grid import Grid, frozen
from game.core.scenario import Scenario, startup
from game.core.whole_image import with_whole_image
from game.files.grid_text import format_grid
from game.files.own_reader import reader_layers
from game.files.scenario_file import to_json
from game.files.scenario_parts import OpenedScenario
from game.files.shelf_file import FIGURES
from game.files.tour_file import FIRST_TOUR, LESSONS
from game.handout.text_code import encoded
from tests.core.chains import random_network
from tests.core.scenarios import edge_scenarios, random_layered, random_pooling, random_scenario, random_transposed
from tests.picture import scenarios

NAMES = (
    *(f"scenario {number}.json" for number in range(24)),
    *("picture.png", "picture.jpg", "tiny.png", "wide.png", "picture.json", "cut.png", "large.json", "cut.json"),
    *(
        "picture.webp",
        "picture.gif",
        "picture.bmp",
        "picture.tiff",
        "picture.pgm",
        "picture.svg",
        "clear.png",
        "lying.jpg",
        "huge.png",
    ),
    *(
        "bad.json",
        "nan.json",
        "tour.json",
        "lesson.json",
        "photos lesson.json",
        "shelf.json",
        "colour.json",
        "groups.json",
        "pooling.json",
        "transposed.json",
        "empty.json",
        "zeros.json",
        "latin.json",
        "folder",
        "missing.json",
        "pipe",
    ),
    *(
        "grid.csv",
        "kernel.txt",
        "filters.json",
        "word.txt",
        "grid.npy",
        "channels.npy",
        "cut.npy",
        "several.npz",
        "cut.npz",
    ),
    *("missing folder/a.json", "a\0b.json", "x" * 300 + ".json", "ünïcode 中文.json", "dangling.json", ""),
)
"""Names of files in the folder; some of them are not there."""


def fill(folder: Path) -> None:
    """Make the files."""
    folder.mkdir(parents=True)
    chance = np.random.default_rng(7)
    several = [*scenarios().values(), *edge_scenarios(chance)]
    several += [random_scenario(chance, 64) for _ in range(24 - len(several))]
    for number, scenario in enumerate(several):
        scenario = scenario.named(f"Number {number}") if number % 3 else scenario
        position = scenario.steps * (number / 23)
        (folder / f"scenario {number}.json").write_text(to_json(scenario, position), encoding="utf-8")
    _pictures(folder)
    whole = to_json(startup())
    colour = with_filter_count(with_channel_count(startup(), 3), 4)
    contents = {
        "colour.json": to_json(colour),
        "groups.json": to_json(depthwise(colour).varied(activation="relu", bias=[1] * 6)),
        "pooling.json": to_json(random_pooling(chance)),
        "transposed.json": to_json(random_transposed(chance)),
        "cut.json": whole[: len(whole) // 2],
        "large.json": whole + " " * 5_000_000,
        "bad.json": "[" * 5000,
        "nan.json": whole.replace("0.", "NaN, 0.", 1),
        "tour.json": FIRST_TOUR.read_text(encoding="utf-8"),
        "lesson.json": LESSONS["lesson-2"].read_text(encoding="utf-8"),
        "photos lesson.json": LESSONS["lesson-4"].read_text(encoding="utf-8"),
        "shelf.json": FIGURES.read_text(encoding="utf-8"),
        "empty.json": "",
        "zeros.json": "\0" * 500,
        "ünïcode 中文.json": to_json(startup().named("ünïcode 中文 " + "long " * 30)),
    }
    for name, words in contents.items():
        (folder / name).write_text(words, encoding="utf-8")
    _numbers(folder)
    (folder / "latin.json").write_bytes(to_json(startup().named("Übung")).encode("latin-1"))
    (folder / "folder").mkdir()
    (folder / "dangling.json").symlink_to(folder / "nowhere")


def _numbers(folder: Path) -> None:
    chance = np.random.default_rng(9)
    np.savetxt(folder / "grid.csv", chance.integers(0, 9, (20, 16)), delimiter=",", fmt="%d")
    np.savetxt(folder / "kernel.txt", chance.integers(-2, 3, (3, 5)), fmt="%d")
    (folder / "filters.json").write_text(json.dumps(chance.integers(-2, 3, (2, 1, 3, 3)).tolist()), encoding="utf-8")
    (folder / "word.txt").write_text("1 2\n3 four", encoding="utf-8")
    np.save(folder / "grid.npy", chance.uniform(-1, 1, (1, 6, 7, 1)))
    np.save(folder / "channels.npy", chance.integers(0, 256, (3, 9, 8), dtype=np.uint8))
    np.savez_compressed(folder / "several.npz", a=np.eye(3), b=np.ones((20, 20)), c=np.full((2, 2), np.nan))
    for name, whole in (("cut.npy", "grid.npy"), ("cut.npz", "several.npz")):
        data = (folder / whole).read_bytes()
        (folder / name).write_bytes(data[: len(data) // 2])


def _pictures(folder: Path) -> None:
    chance = np.random.default_rng(8)
    for name, size in (("picture.png", (90, 70)), ("picture.jpg", (200, 150)), ("tiny.png", (2, 1))):
        surface = pygame.surfarray.make_surface(chance.integers(0, 255, (*size, 3), dtype=np.uint8))
        pygame.image.save(surface, folder / name)
    pygame.image.save(pygame.Surface((3000, 2)), folder / "wide.png")
    pixels = chance.integers(0, 255, (30, 40, 3), dtype=np.uint8)
    for kind in ("webp", "gif", "bmp", "tiff"):
        Image.fromarray(pixels).save(folder / f"picture.{kind}")
    Image.fromarray(pixels[:, :, 0].astype(np.uint16) * 257).save(folder / "picture.pgm")
    Image.fromarray(chance.integers(0, 255, (9, 7, 4), dtype=np.uint8)).save(folder / "clear.png")
    lines = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 6"><circle r="5" fill="red"/></svg>'
    (folder / "picture.svg").write_text(lines, encoding="utf-8")
    lying = Image.Exif()
    lying[0x0112] = 6
    Image.fromarray(pixels).save(folder / "lying.jpg", exif=lying)
    Image.new("1", (9000, 9000)).save(folder / "huge.png")
    whole = (folder / "picture.png").read_bytes()
    (folder / "cut.png").write_bytes(whole[: len(whole) // 2])
    (folder / "picture.json").write_bytes(whole)


def scenario_of(seed: int) -> Scenario:
    """Return a scenario of all kinds: small ones more often than large ones."""
    chance = np.random.default_rng(seed)
    if seed % 4 == 0:
        return startup()
    if seed % 4 == 1:
        several = [*scenarios().values(), *edge_scenarios(chance)]
        return several[int(chance.integers(len(several)))]
    if seed % 16 == 3:
        return random_pooling(chance)
    if seed % 16 == 15:
        return random_transposed(chance)
    if seed % 32 == 27:
        return of_layers(startup(), reader_layers(), int(chance.integers(3)), Source((frozen(np.eye(8)),), 1.0))
    if seed % 16 == 11:
        return random_network(chance)
    if seed % 32 == 5:
        return with_whole_image(random_layered(chance, 20))
    if seed % 8 in (2, 7):
        return random_layered(chance, 12 if seed % 8 == 2 else 32)
    return random_scenario(chance, 12 if seed % 4 == 2 else 64)


def pasted_text(chance: random.Random) -> str:
    """Return something that a clipboard may hold: grids in every notation, numbers, and whatever else people copy."""
    if chance.random() < 0.1:
        held = scenario_of(chance.randrange(40))
        held = held if held.chain is None else startup()  # a text code holds one layer
        code = encoded(OpenedScenario(held.named("Pasted"), None, {}))
        at = chance.randrange(len(code))
        return chance.choice((code, f"Here it is:\n> {code[:40]}\n> {code[40:]}", code[:at] + code[at + 1 :]))
    size = chance.choice(((1, 1), (2, 3), (3, 3), (5, 5), (8, 8), (16, 16), (64, 64), (65, 2), (15, 15), (1, 64)))
    grid = np.round(np.random.default_rng(chance.randrange(99)).uniform(-1, 1, size), chance.choice((0, 1, 12)))
    if chance.random() < 0.5:
        grid = np.abs(grid)
    scale = chance.choice((1.0, 1.0, 1.0, 3.0, 998.0, 1e9))
    return chance.choice((*_notations(grid * scale), *_ODD))


def _notations(grid: Grid) -> tuple[str, ...]:
    rows = grid.tolist()
    return (
        format_grid(grid),
        json.dumps(rows),
        f"tensor({rows})",
        np.array2string(grid),
        "\n".join(",".join(map(str, row)) for row in rows),
        "\n".join("  ".join(str(number).replace(".", ",") for number in row) for row in rows),
        f"{rows[0][0]}",
        "\n\n".join([format_grid(grid)] * 3),
        json.dumps([rows, rows]),
        json.dumps([[rows, rows, rows]] * 2),
        f"{format_grid(grid)}\n\n1\t2\n3\t4",
    )


NO_TEXT = "no text at all"
"""Stands for bytes that are no text."""
_ODD = (
    NO_TEXT,
    *("", " ", "\n\n", "\0", "1", "-", "0,5", "1e400", "nan", "inf"),
    *("[[1, 2], [3]]", "[[", "[[1, NaN]]", "hello\tworld", "[" * 3000, "1 " * 3000, "9" * 5000),
    *("1\t2\n3", "１\t２", "ünïcode 中文", "−1\t−2", "1;2;3", "\u202e1 2", "🙂" * 50),
)
