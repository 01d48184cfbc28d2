"""The kinds of files: how a whole one is made, what may happen to it, and how the program meets it."""

from __future__ import annotations

import io
import json
import random
from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

import numpy as np
from PIL import Image

from game.core.kept_picture import KeptPicture
from game.core.resolution import with_kept_picture
from game.core.scenario import ORDERS, startup
from game.files.scenario_file import OpenedScenario, scenario_in, to_json
from game.files.settings import HINTS, Settings
from game.files.shelf_file import FIGURES
from game.files.tour_file import FIRST_TOUR, LESSONS
from game.handout.text_code import encoded
from tests.core.chains import random_network
from tests.core.scenarios import random_pooling, random_transposed
from tests.fuzz.files import scenario_of
from tests.reading.cases import CASES

from .compared import compared, comparing
from .damage import ARRAY, CODE, JSON, PICTURE, TEXT, Damage
from .layered import layers, learning, operations
from .table import Table


class Kind(NamedTuple):
    """A kind of file."""

    name: str
    whole: Callable[[random.Random], bytes]
    damages: tuple[Damage, ...]
    met: Callable[[Table, bytes], str]


def scenario(chance: random.Random) -> bytes:
    """Return a scenario file."""
    found = scenario_of(chance.randrange(40))
    position = chance.choice((None, 0.5, float(found.steps)))
    return to_json(found.named(chance.choice(("", "A name"))), position, {"mode": "flat"}).encode()


def settings(chance: random.Random) -> bytes:
    """Return a settings file."""
    whole = Settings(
        scale=chance.choice((75, 300)), window=(0, 0, 500, 400), hints=HINTS, decimals=chance.choice((None, 2))
    )
    return json.dumps({name: getattr(whole, name) for name in Settings.names}, indent=2).encode()


def newer_settings(chance: random.Random) -> bytes:
    """Return a settings file of a version that is yet to come: with other keys, and values that are unknown now."""
    found = json.loads(settings(chance))
    for name in chance.sample(sorted(found), 3):
        found[name] = chance.choice(("sepia", [1, 2], {"deep": [None]}, -1e9))
    return json.dumps({**found, "layers": [1], "a gallery": {"open": "é"}}).encode()


def newer_work(chance: random.Random) -> bytes:
    """Return kept work of a version that is yet to come."""
    return json.dumps({**json.loads(scenario(chance)), "kernelscope": chance.randint(3, 99)}).encode()


def layered_scenario(chance: random.Random) -> bytes:
    """Return a scenario file of version 2 as the program writes it, with a place in the walk."""
    fields = scenario_in(json.loads(layers(chance).replace(b"softmax", b"tanh")), "layers")
    found = fields.scenario.varied(order=chance.choice(ORDERS))
    return to_json(found, chance.choice((None, 0.5, float(found.steps))), {"name": "flat"}).encode()


def pictured(chance: random.Random) -> bytes:
    """Return a scenario file with a picture that is kept, as the program writes it; its image may be left out."""
    channels, kind = chance.choice(((1, np.uint8), (3, np.uint8), (1, np.uint16)))
    pixels = np.random.default_rng(chance.randrange(9)).integers(0, 256, (70, 90, channels)).astype(kind)
    found = json.loads(to_json(with_kept_picture(startup(), KeptPicture(pixels), chance.choice((8, 64, 90)))))
    if chance.random() < 0.3:
        del found["image"]
    return json.dumps(found).encode()


def pooling(chance: random.Random) -> bytes:
    """Return a scenario file of one pooling as the program writes it."""
    found = random_pooling(np.random.default_rng(chance.randrange(40)))
    return to_json(found, chance.choice((None, 0.5, float(found.steps)))).encode()


def transposed(chance: random.Random) -> bytes:
    """Return a scenario file of one transposed convolution as the program writes it."""
    found = random_transposed(np.random.default_rng(chance.randrange(40)))
    return to_json(found, chance.choice((None, 0.5, float(found.steps)))).encode()


def network(chance: random.Random) -> bytes:
    """Return a scenario file of several layers as the program writes it, one of them in focus."""
    found = random_network(np.random.default_rng(chance.randrange(40)))
    return to_json(found, chance.choice((None, 0.5, float(found.steps)))).encode()


def code(chance: random.Random) -> bytes:
    """Return a text code, often among words and over several lines."""
    held = parsed_in(layered_scenario(chance) if chance.random() < 0.5 else scenario(chance))
    if held.scenario.chain is not None:  # a text code holds one layer
        held = parsed_in(layered_scenario(chance))
    text = encoded(held)
    return chance.choice(
        (text, f"“{text}”, it says", "\r\n> ".join(text[at : at + 76] for at in range(0, len(text), 76)))
    ).encode()


def parsed_in(data: bytes) -> OpenedScenario:
    """Return what a scenario file says that the program has written."""
    return scenario_in(json.loads(data), "scenario")


def untouched(_: random.Random, data: bytes) -> bytes:
    """Leave it as it is."""
    return data


def tour(chance: random.Random) -> bytes:
    """Return a tour file: the program's own, or some of its stops."""
    found = json.loads(FIRST_TOUR.read_text(encoding="utf-8"))
    found["stops"] = chance.sample(found["stops"], chance.randint(1, len(found["stops"])))
    return json.dumps(found).encode()


def lesson(chance: random.Random) -> bytes:
    """Return a lesson file: some scenes of one of the program's own, some with a scenario as a file has it."""
    found = json.loads(chance.choice(list(LESSONS.values())).read_text(encoding="utf-8"))
    found["scenes"] = chance.sample(found["scenes"], chance.randint(1, 5))
    found["worksheet"] = {"kernelscope_worksheet": 1, "blocks": [{"kind": "size", "scene": 1}]}
    if chance.random() < 0.7:
        del found["worksheet"]
    for each in found["scenes"]:
        if chance.random() < 0.3:
            each.clear()
            made = json.loads(chance.choice((scenario, pooling, transposed, layered_scenario))(chance))
            each |= {"title": "Another", "scenario": made, "note": "Ask.", "question": chance.choice(("value", "size"))}
            if chance.random() < 0.4:
                comparing(chance, each)
    return json.dumps(found).encode()


def worksheet(chance: random.Random) -> bytes:
    """Return a worksheet file: some exercises of one of the program's own, some about a scenario as a file has it."""
    path = LESSONS[chance.choice(list(LESSONS))]
    found = json.loads(path.with_name(f"{path.stem}-worksheet.json").read_text(encoding="utf-8"))
    found["blocks"] = chance.sample(found["blocks"], chance.randint(1, len(found["blocks"])))
    if chance.random() < 0.5:
        made = json.loads(chance.choice((scenario, pooling))(chance))
        found["blocks"].insert(0, {"kind": chance.choice(("map", "size", "coverage")), "scenario": made})
    return json.dumps(found | {"versions": chance.randint(1, 4), "paper": chance.choice(("a4", "letter"))}).encode()


def shelf(chance: random.Random) -> bytes:
    """Return a shelf: the program's own, or some of its scenes, with a place in the walk and a view."""
    found = json.loads(FIGURES.read_text(encoding="utf-8"))
    found["scenes"] = chance.sample(found["scenes"], chance.randint(1, len(found["scenes"])))
    found["scenes"][0] |= {"position": 0.5, "view": {"name": "stack"}}
    if chance.random() < 0.3:
        comparing(chance, found["scenes"][0])
    return json.dumps(found).encode()


FORMATS: dict[str, tuple[tuple[str, ...], tuple[dict[str, Any], ...]]] = {
    "PNG": (("1", "L", "LA", "P", "RGB", "RGBA", "I;16"), ({}, {"save_all": True})),
    "JPEG": (("L", "RGB", "CMYK"), ({}, {"progressive": True})),
    "WEBP": (("RGB", "RGBA"), ({}, {"lossless": True}, {"save_all": True})),
    "GIF": (("L", "P", "RGBA"), ({}, {"save_all": True})),
    "BMP": (("1", "L", "P", "RGB", "RGBA"), ({},)),
    "TIFF": (
        ("1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "I;16"),
        ({}, {"compression": "tiff_lzw"}, {"compression": "tiff_adobe_deflate"}, {"save_all": True}),
    ),
    "ICO": (("1", "L", "P", "RGB", "RGBA"), ({}, {"bitmap_format": "bmp"})),
    "TGA": (("1", "L", "LA", "P", "RGB", "RGBA"), ({},)),
    "PPM": (("1", "L", "RGB", "I;16"), ({},)),
}
"""Kinds of pictures by Pillow's names: modes, and ways in which they are written."""


def svg(chance: random.Random) -> bytes:
    """Return a picture of lines."""
    width, height = (chance.choice(("4", "40px", "2cm", "100%", "9000", "1e9")) for _ in range(2))
    root = chance.choice((f'width="{width}" height="{height}"', 'viewBox="0 0 30 20"', ""))
    paths = "".join(
        f'<path d="M{chance.uniform(-9, 99)} 0L9 {chance.randrange(99)}a9 9 0 0 1 4 4z" fill="#{number:03}"/>'
        for number in range(chance.choice((0, 1, 50)))
    )
    words = '<g transform="rotate(30)"><circle r="9"/><text>A</text></g>'
    return f'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" {root}>{paths}{words}</svg>'.encode()


def picture(chance: random.Random, kind: str = "") -> bytes:
    """Return a picture of a kind, or of any, in one of its modes and ways, held in one of eight ways."""
    kind = kind or chance.choice((*FORMATS, "SVG"))
    if kind == "SVG":
        return svg(chance)
    modes, ways = FORMATS[kind]
    mode, options = chance.choice(modes), dict(chance.choice(ways))
    size = chance.choice(((1, 1), (8, 5), (64, 64), (90, 70), (300, 200)))
    noise = np.random.default_rng(chance.randrange(5)).integers(0, 255, size, dtype=np.uint8)
    deep = Image.fromarray(noise.astype(np.uint16) * 257)
    image = (
        deep if mode == "I;16" else Image.fromarray(np.stack([noise, noise.T.reshape(size), noise], 2)).convert(mode)
    )
    if "save_all" in options:
        options["append_images"] = [image, image]
    if kind in ("PNG", "JPEG", "WEBP", "TIFF") and mode != "I;16":
        options["exif"] = Image.Exif()
        options["exif"][0x0112] = chance.randint(1, 8)
    held = io.BytesIO()
    image.save(held, kind, **options)
    return held.getvalue()


def numbers(chance: random.Random) -> bytes:
    """Return a text with numbers in it, as people copy them."""
    return str(chance.choice(CASES)[0]).encode()


def number_object(chance: random.Random) -> bytes:
    """Return an object of JSON with lists of numbers, as the weights of a layer are kept in."""
    random_ = np.random.default_rng(chance.randrange(9))
    shape = chance.choice(((3, 3), (2, 1, 3, 3), (4, 5), (3, 8, 8)))
    found = {"weight": random_.integers(-2, 3, shape).tolist(), "bias": [0.5] * shape[0], "name": "a layer"}
    return json.dumps({name: found[name] for name in list(found)[: chance.randint(1, 3)]}).encode()


def arrays(chance: random.Random) -> bytes:
    """Return an array of NumPy, or an archive of some."""
    random_, held = np.random.default_rng(chance.randrange(9)), io.BytesIO()
    shapes = ((3, 3), (2, 5), (3, 8, 8), (2, 3, 3, 3), (784,), (1, 1, 3, 3), (16, 20))
    kinds = ("<f8", ">f4", "<f2", "<i8", ">i2", "u1", "?")
    made = [random_.uniform(0, 9, chance.choice(shapes)).astype(chance.choice(kinds)) for _ in range(3)]
    if chance.random() < 0.3:
        made = list(map(np.asfortranarray, made))
    if chance.random() < 0.5:
        np.save(held, made[0])
    elif chance.random() < 0.5:
        np.savez(held, a=made[0], b=made[1], c=made[2])
    else:
        np.savez_compressed(held, a=made[0], b=made[1])
    return held.getvalue()


KINDS = (
    Kind("numbers", numbers, TEXT, Table.offered),
    Kind("object of numbers", number_object, JSON, Table.offered),
    Kind("arrays", arrays, ARRAY, Table.offered),
    Kind("scenario", scenario, JSON, Table.dropped),
    Kind("settings", settings, JSON, Table.started_with_settings),
    Kind("kept work", scenario, JSON, Table.started_with_work),
    Kind("newer settings", newer_settings, (untouched,), Table.started_beside_newer_settings),
    Kind("newer work", newer_work, (untouched,), Table.started_with_work),
    Kind("tour", tour, (untouched, *JSON), Table.toured),
    Kind("lesson", lesson, (untouched, *JSON), Table.toured),
    Kind("kept lesson", lesson, (untouched, *JSON), Table.taken_up),
    Kind("worksheet", worksheet, JSON, Table.planned),
    Kind("shelf", shelf, JSON, Table.shelved),
    Kind("picture", picture, PICTURE, Table.dropped),
    *(
        Kind(f"{kind} read", partial(picture, kind=kind), PICTURE, Table.read_as_a_picture)
        for kind in (*FORMATS, "SVG")
    ),
    Kind("layers", layers, JSON, Table.dropped),
    Kind("pictured", pictured, JSON, Table.dropped),
    Kind("pictured, kept work", pictured, JSON, Table.started_with_work),
    Kind("layers, kept work", layered_scenario, JSON, Table.started_with_work),
    Kind("layers computed", layers, JSON, Table.computed),
    Kind("compared", compared, (untouched, *JSON), Table.dropped),
    Kind("compared, kept work", compared, (untouched, *JSON), Table.started_with_work),
    Kind("compared computed", compared, JSON, Table.computed),
    Kind("learning", learning, JSON, Table.dropped),
    Kind("learning, kept work", learning, JSON, Table.started_with_work),
    Kind("learning computed", learning, JSON, Table.learned),
    Kind("operations computed", operations, JSON, Table.computed),
    Kind("operations", operations, JSON, Table.dropped),
    Kind("pooling", pooling, JSON, Table.dropped),
    Kind("pooling, kept work", pooling, JSON, Table.started_with_work),
    Kind("transposed", transposed, JSON, Table.dropped),
    Kind("transposed, kept work", transposed, JSON, Table.started_with_work),
    Kind("network", network, JSON, Table.dropped),
    Kind("network, kept work", network, JSON, Table.started_with_work),
    Kind("network computed", network, JSON, Table.computed),
    Kind("text code", code, CODE, Table.decoded),
    Kind("text code pasted", code, CODE, Table.pasted),
    Kind("numbers as text", numbers, TEXT, Table.read),
)
