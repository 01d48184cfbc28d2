"""What the flags of the command line say: texts become sizes, numbers and names, and those become a scenario."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from .core import images, kernels
from .core.grid import Pair, frozen
from .core.limits import PICTURE_SIZE, Range
from .core.named import image_called, image_names, kernel_names, weights_called, white_called
from .core.quantities import Quantity, flagged, stored
from .core.resize import image_in, kernel_in, reseed_to
from .core.scenario import Scenario
from .flag_texts import is_pair, pair, whole
from .value import Value
from .words.plain import tidy

if TYPE_CHECKING:
    from .number_flags import FromFile

MOST_STEPS = 16 * (256 + 2 * 112) ** 2
"""The longest walk: 16 maps of a 1×1 kernel over 256×256 pixels with a padding of 112, which files may have."""


RESOLUTION = Range(1, PICTURE_SIZE.high)
"""What --resolution takes at most; which of them there are depends on the picture."""


class Flags(Value):
    """The command line as it was typed: each flag's text, None or False where it was not given."""

    file: str | None = None
    image: str | None = None
    kernel: str | None = None
    at: str | None = None
    paused: bool = False
    theme: str | None = None
    view: str | None = None
    scale: str | None = None
    window: str | None = None
    fullscreen: bool = False
    display: str | None = None
    tour: str | None = None
    scene: str | None = None
    scenes: bool = False
    new: bool = False
    stats: bool = False
    print_output: bool = False
    printed: str = ""
    """What --print-output prints, if it is not the maps of the last layer: a word of `PRINTED`."""
    layer: str | None = None
    updates: str | None = None
    screenshot: str | None = None
    export: str | None = None
    steps: str | None = None
    what: str | None = None
    width: str | None = None
    channels: str | None = None
    filters: str | None = None
    groups: str | None = None
    bias: str | None = None
    activation: str | None = None
    order: str | None = None
    padding_mode: str | None = None
    padding_value: str | None = None
    operation: str | None = None
    output_padding: str | None = None
    ceil: bool = False
    count_padding: str | None = None
    resolution: str | None = None
    notes: bool = False
    worksheet: str | None = None
    versions: str | None = None
    paper: str | None = None
    blocks: str | None = None
    quantities: Mapping[str, str] = MappingProxyType({})
    """Those of the table of quantities that were given, by their keys."""


PRINTED = ("layers", "learning")
"""The words that may follow --print-output."""


def without_printed(arguments: Sequence[str]) -> tuple[list[str], str]:
    """Return a line without the word that follows --print-output, and that word; "" where there is none."""
    words = list(arguments)
    for place, word in enumerate(words[:-1]):
        if word == "--print-output" and words[place + 1] in PRINTED:
            return [*words[: place + 1], *words[place + 2 :]], words[place + 1]
    return words, ""


_SWITCHES = {f"--{key.replace('_', '-')}" for key, usual in Flags.defaults.items() if usual is False}
_VALUED = {f"--{key.replace('_', '-')}" for key, usual in Flags.defaults.items() if usual is None} - {
    "--file",
    "--tour",
    "--printed",
}


def plainly(arguments: Sequence[str]) -> Flags | None:
    """Return the flags of a line that needs no parser: a file at most, whole flags, and values that look like none.

    None where there is more to it, or something is wrong: that is told by the parser, which takes a twelfth of the
    start to import and to make.
    """
    keys = {each.flag: each.key for each in flagged()}
    texts: dict[str, Any] = {}
    quantities: dict[str, str] = {}
    words = iter(arguments)
    for word in words:
        key = word[2:].replace("-", "_")
        if not word.startswith("-") and "file" not in texts:
            texts["file"] = word
        elif word in _SWITCHES:
            texts[key] = True
        elif (word not in keys and word not in _VALUED) or (value := next(words, "-")).startswith("-"):
            return None
        elif word in keys:
            quantities[keys[word]] = value
        else:
            texts[key] = value
    return Flags(**texts, quantities=quantities)


LAYER_FLAGS = (
    *("channels", "filters", "groups", "bias", "activation", "order", "padding_mode", "padding_value"),
    *("operation", "output_padding", "ceil", "count_padding"),
)
"""Those about a layer, which `layer_flags` understands, as it does a padding that is no number or pair."""
OF_POOLING = ("operation", "output_padding", "ceil", "count_padding", "kernel_size")
"""Those of them that ask for an operation, or belong to one; and a kernel size that is no number or pair."""


class ScenarioFlags(Value):
    """The flags about the scenario; None where there was none. What is about the layer, `layer_flags` understands."""

    image: str | None = None
    kernel: str | None = None
    quantities: Mapping[str, Any] = MappingProxyType({})
    layer: Mapping[str, Any] = MappingProxyType({})
    image_file: FromFile | None = None
    kernel_file: FromFile | None = None
    resolution: int | None = None

    @property
    def files(self) -> tuple[FromFile | None, FromFile | None]:
        """The numbers of the files that were named in the place of an image and of a kernel."""
        return self.image_file, self.kernel_file

    def any(self) -> bool:
        """Say whether at least one was given."""
        return bool(self.makes_another or self.quantities or self.layer or self.resolution)

    @property
    def makes_another(self) -> bool:
        """Whether they put another image or kernel in the place of a file's: then its name no longer tells of it."""
        return bool(self.image or self.kernel) or any(self.files) or "seed" in self.quantities

    def applied_to(self, base: Scenario) -> Scenario:
        """Return the scenario with the flags on top, all at once: only the end result has to fit.

        Raises the errors of `core`.
        """
        if self.resolution is not None and self.image_file is None:  # that of a file is sampled already
            base = self._sampled(base)
        seeded = reseed_to(base, self.quantities["seed"]) if "seed" in self.quantities else base
        special = base.layer.pooling is not None or base.layer.is_transposed
        if special or any(key in self.layer for key in OF_POOLING):
            return self._operated(seeded)
        return self._convolved(seeded)

    def _sampled(self, base: Scenario) -> Scenario:
        """Return the scenario with its picture in the resolution that is asked for."""
        from .core.errors import DoesNotApply  # few starts ask for one
        from .core.resolution import with_resolution

        if self.image is not None or "image_size" in self.quantities or self.resolution is None:
            raise DoesNotApply("resolution", "no picture")
        return with_resolution(base, self.resolution)

    def _operated(self, seeded: Scenario) -> Scenario:
        """Return the scenario with the operation that is asked for, or that it has, and the flags on top."""
        from .core.operation_change import (  # here and below: most layers are convolutions
            CONVOLUTION,
            TRANSPOSED,
            with_operation,
        )
        from .pooling_flags import asked_operation, pooled

        operation = asked_operation(seeded, self.layer, self.kernel if self.kernel_file is None else "a file")
        if operation in (CONVOLUTION, TRANSPOSED):
            return self._convolved(with_operation(seeded, operation))
        counted = self._counted(seeded)
        found = pooled(counted, operation, self.image, self.quantities, self.layer, self._of_files(counted))
        return found.named(self._name) if self.makes_another else found

    def _convolved(self, seeded: Scenario) -> Scenario:
        """Return the scenario of a convolution with the flags on top."""
        seeded = self._counted(seeded)
        image_size = self.quantities.get("image_size", seeded.pixel_size)
        kernel_size: Pair = self.quantities.get("kernel_size", seeded.kernel_size)
        kernel: dict[str, Any] = {}
        if seeded.layer.whole_image or "kernel_size" in self.layer:
            from .whole_image_flags import whole_image  # few kernels are as large as the image

            kernel_size, kernel = whole_image(seeded, self.quantities, self.layer)
        fields = {each.key: self.quantities[each.key] for each in stored() if each.key in self.quantities}
        if self.image_file is None:  # else its numbers are the image, which may be larger than a flag says one
            fields["image"] = image_in(seeded, image_size)
        fields |= kernel or {"kernel": kernel_in(seeded, kernel_size)}
        if self.image is not None:
            image = image_called(self.image, len(seeded.channels), image_size, seeded.seed)
            fields |= {"image": tuple(map(frozen, image)), "image_name": self.image, "white": white_called(self.image)}
        if self.kernel is not None:
            filters, seen = seeded.layer.weights.shape[:2]
            weights = weights_called(self.kernel, (filters, seen), kernel_size, seeded.seed)
            fields |= {"kernel": frozen(weights), "kernel_name": self.kernel}
        fields |= self._of_files(seeded)
        if self.layer:
            from .layer_flags import fields_of  # here and below: most starts have one channel and one filter

            fields |= fields_of(self.layer, seeded, (image_size, kernel_size), fields)
        return seeded.changed(name=self._name if self.makes_another else seeded.name, **fields)

    @property
    def _name(self) -> str:
        """What another scenario is called: as its picture, else by what it is."""
        return "" if self.image_file is None else self.image_file.name

    def _counted(self, base: Scenario) -> Scenario:
        """Return the scenario with as many channels, filters and groups as are asked for."""
        layer = self.layer
        if any(self.files):
            from .number_flags import with_counts

            layer = with_counts(layer, *self.files, base)
        if not layer and self.image in (None, *images.NAMES) and self.kernel in (None, *kernels.NAMES):
            return base
        from .layer_flags import counted

        return counted(base, layer, self.image, self.kernel)

    def _of_files(self, counted: Scenario) -> dict[str, Any]:
        """Return the fields of the scenario that files of numbers give."""
        if not any(self.files):
            return {}
        from .number_flags import fields_of  # few starts name such files

        return fields_of(*self.files, counted)


def scenario_flags(found: Flags) -> ScenarioFlags:
    """Return the flags about the scenario. Raises FileProblem, and the errors of `core`."""
    given = dict(found.quantities)
    layer = {key: text for key in LAYER_FLAGS if (text := getattr(found, key)) not in (None, False)}
    if "padding" in given and (layer or not is_pair(given["padding"])):
        layer["padding"] = given.pop("padding")
    if tidy(given.get("kernel_size", "")) == "image":
        layer["kernel_size"] = given.pop("kernel_size")
    quantities = {each.key: _quantity(each, given[each.key]) for each in flagged() if each.key in given}
    said = ScenarioFlags(quantities=quantities, layer=_of_layer(layer) if layer else {})
    if found.resolution is not None:
        said = said.changed(resolution=whole("--resolution", found.resolution, "resolution", RESOLUTION))
    said = _with_grid(said, "image", found.image, images.NAMES, image_names)
    return _with_grid(said, "kernel", found.kernel, kernels.NAMES, kernel_names)


def _with_grid(
    said: ScenarioFlags, kind: str, text: str | None, usual: tuple[str, ...], known: Callable[[], tuple[str, ...]]
) -> ScenarioFlags:
    """Return the flags with an image or a kernel: a name, of the usual ones or else of all, or a file of numbers."""
    if text is None:
        return said
    if tidy(text) in usual or tidy(text) in known():
        return said.changed(**{kind: tidy(text)})
    from .number_flags import from_file, with_sizes  # few starts name such files

    file = from_file(kind, text, known(), said.quantities.get(f"{kind}_size"))
    if kind == "image" and said.resolution is not None:
        file = file.at_resolution(said.resolution)
    sizes = with_sizes(said.quantities, file, None) if kind == "image" else with_sizes(said.quantities, None, file)
    return said.changed(**{f"{kind}_file": file, "quantities": sizes})


def _of_layer(texts: Mapping[str, Any]) -> Mapping[str, Any]:
    from .layer_flags import read

    return read(texts)


def _quantity(quantity: Quantity, text: str) -> Pair | int:
    read = pair if quantity.kind == "pair" else whole
    return read(quantity.flag, text, quantity.name, quantity.range)
