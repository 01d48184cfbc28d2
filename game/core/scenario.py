"""The scenario: everything that determines the numbers of a convolution."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal, Self, TypeAlias, get_args

import numpy as np

from ..value import Single
from . import images, kernels
from .errors import check_known
from .grid import Grid, Pair, Region, checked_real, checked_whole, region_apart
from .in_front import put_in_front
from .layers import Convolution
from .limits import PIXEL, SEED, WEIGHT, WHITE
from .named import image_names, kernel_names
from .padding import Padding
from .quantities import QUANTITIES
from .taken import around_of, checked_channels, checked_kernels
from .varied import Varied, same

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from .chain import Chain
    from .kept_picture import KeptPicture
    from .learning import Learning

GridEdited: TypeAlias = Literal["image", "kernel"]
Order: TypeAlias = Literal["map by map", "cell by cell"]
ORDERS: tuple[Order, ...] = get_args(Order)

__all__ = ["Edit", "Grid", "Pair", "Scenario", "startup"]


class Scenario(Varied):
    """Channels of an image, a layer, and so how its kernels walk over them; it never changes, a change makes a new one.

    channels   pixels −999 … 999, each channel (1–16 of them) of shape 1–256 × 1–256, read-only
    layer      the filters, and how they slide
    white      the pixel value that is drawn white, over 0 up to 999
    seed       what random images and kernels grow from
    image_name, kernel_name      the named image and kernels that they came from, "" for the person's own
    order      of the walk: a map after the other, or all maps of a cell before the next cell
    picture    the picture that the image was made of, which may have been painted on since; None: of none
    chain      the other layers of the network in which this is the one in focus; None: it is the only one. Over a later
               layer the channels are the maps of the one before, which may be larger than pixels
    learning   what its convolution is to learn, or all layers of the network it is in; None: nothing

    One channel and one filter are in front (see `at`); image and kernel, shape (rows, columns), are theirs. With one of
    each that is all there is. Which are in front is no part of what the scenario is.

    stride, dilation   (rows, columns), those of the layer; padding: what stands above and on the left, (rows, columns)

    Making one takes the image or all its channels, the kernel or the weights of all filters, and the padding as (rows,
    columns) of zeros or as a `Padding`; then bias, groups, activation and `whole_image` by name. Or a `pooling`, which
    says all of the layer; the kernel is not looked at then. With `transposed=True`, and then an `output_padding`, the
    layer is a transposed convolution: pixels and weights are given as they are, and stand here spread and turned, as it
    walks over them (see `spread`); `pixels`, `chosen` and `layer.chosen_weights` are what was given. Raises the errors
    of `core`.
    """

    channels: tuple[Grid, ...]
    layer: Convolution
    white: float = 1.0
    name: str = ""
    seed: int = 1
    image_name: str = ""
    kernel_name: str = ""
    order: Order = "map by map"
    picture: KeptPicture | None = None
    chain: Chain | None = None
    learning: Learning | None = None

    def __init__(
        self,
        image: ArrayLike | tuple[Grid, ...],
        kernel: ArrayLike,
        white: float = 1.0,
        stride: Pair = (1, 1),
        padding: Pair | Padding = (0, 0),
        dilation: Pair = (1, 1),
        name: str = "",
        seed: int = 1,
        image_name: str = "",
        kernel_name: str = "",
        *,
        order: Order = "map by map",
        picture: KeptPicture | None = None,
        chain: Chain | None = None,
        learning: Learning | None = None,
        **rest: Any,
    ) -> None:
        fields = self.__dict__
        fields["white"] = checked_real(white, "white", WHITE)
        fields["channels"] = checked_channels(image, computed=chain is not None and chain.focus > 0)
        pooling, transposed = rest.pop("pooling", None), rest.pop("transposed", False)
        fields["seed"] = checked_whole(seed, "seed", SEED)
        for name in [name for name in rest if name in self.names]:  # a further number of a scenario has a row, no more
            fields[name] = QUANTITIES[name].valid(rest.pop(name))
        if transposed:
            self._put_spread(kernel, stride=stride, padding=padding, dilation=dilation, **rest)
        elif pooling is None:
            weights, around = checked_kernels(kernel), around_of(padding, Padding())
            fields["layer"] = Convolution(weights, stride=stride, padding=around, dilation=dilation, **rest)
            self.layer.check((len(self.channels), *self.image_size))
        else:
            from .windows import Windows  # a first picture has a convolution

            fields["layer"] = Windows(pooling, (len(self.channels), *self.image_size))
            kernel_name = ""  # it has no kernels
        fields.update(name=name, image_name=image_name, kernel_name=kernel_name, order=order, picture=picture)
        fields["chain"] = (
            chain if chain is None else chain.over(self.layer, (len(self.channels), *self.pixel_size), self.seed)
        )
        fields["learning"] = learning
        self._check_names()
        put_in_front(self, 0, 0)
        self._check_network()

    def _check_network(self) -> None:
        """Check the other layers, and what is to be learned, against the layer. Raises the errors of `core`."""
        shape = len(self.channels), *self.pixel_size
        if self.chain is not None:
            self.chain.check(self.layer, shape)
        if self.learning is not None:
            from .learners import check_learns  # here and below: few learn

            check_learns(self.learning, self.layer, self.chain, shape)

    def _put_spread(self, kernel: ArrayLike, **named: Any) -> None:
        """Set the layer of a transposed convolution, and let its pixels stand apart."""
        from .spread import Spread  # a first picture has a convolution

        named.pop("whole_image", None)  # stamps have sizes of their own
        layer = Spread(checked_kernels(kernel), **named | {"padding": around_of(named["padding"], Padding())})
        channels = layer.spread(self.channels)
        layer.check((len(channels), channels[0].shape[0], channels[0].shape[1]))
        self.__dict__.update(channels=channels, layer=layer)

    def _check_names(self) -> None:
        names = ("image", self.image_name, images.NAMES), ("kernel", self.kernel_name, kernels.NAMES)
        for (kind, name, usual), known in zip(names, (image_names, kernel_names), strict=True):
            if name and name not in usual:
                check_known(kind, name, known())
        check_known("order", self.order, ORDERS)

    def at(self, channel: int, number: int) -> Scenario:
        """Return the same scenario with this channel and this filter in front, both counted from 0."""
        if (channel, number) == (self.channel, self.filter):
            return self
        other = self._copied()
        put_in_front(other, channel, number)
        return other

    def _copied(self) -> Self:
        """Return another one that is to be changed before it is given away; nothing is checked again."""
        other = object.__new__(type(self))
        other.__dict__.update(self.__dict__)
        return other

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Scenario):
            return NotImplemented
        return self is other or all(same(getattr(self, name), getattr(other, name)) for name in self.names)

    # Arrays have no hash, and equal scenarios would need equal ones.
    __hash__ = None  # type: ignore[assignment]

    def painted(self, cells: Iterable[Pair], value: float) -> Edit | None:
        """Set these pixels (row, column) to the value, −999 … 999; cells outside are ignored. None: all have it."""
        return self._edited("image", cells, checked_real(value, "pixel", PIXEL))

    def over(self, channels: tuple[Grid, ...]) -> Self:
        """Return the scenario over other maps, of as many channels and of the size of its own; nothing is checked."""
        other = self._copied()
        for name in ("tensor", "pixels", "full"):
            other.__dict__.pop(name, None)
        other.__dict__["channels"] = self.layer.spread(channels)
        put_in_front(other, self.channel, self.filter)
        return other

    def repainted(self, image: Grid) -> Edit | None:
        """Give the channel in front other pixels of the same shape, which are in range. None: it has them already."""
        region = region_apart(self.image, image)
        if region is None:
            return None
        scenario = self._copied()
        _put_edited(scenario, "image", image)
        return Edit(scenario, "image", region)

    def weighed(self, row: int, column: int, value: float) -> Edit | None:
        """Set one weight to the value. None: it has it already, or the cell is outside the kernel."""
        return self._edited("kernel", [(row, column)], checked_real(value, "weight", WEIGHT))

    def _edited(self, grid: GridEdited, cells: Iterable[Pair], number: float) -> Edit | None:
        """Set cells of a grid to a number that has been checked: all else is as it was, and is not checked again."""
        before: Grid = getattr(self, grid)
        height, width = before.shape
        inside = [(row, column) for row, column in cells if 0 <= row < height and 0 <= column < width]
        if grid == "image" and self.layer.is_transposed:
            inside = [cell for cell in inside if self.layer.is_pixel(*cell)]
        changed = [cell for cell in inside if before[cell] != number]
        if not changed:
            return None
        values = before.copy()
        rows, columns = np.transpose(changed)
        values[rows, columns] = number
        values.flags.writeable = False
        scenario = self._copied()
        _put_edited(scenario, grid, values)
        region = slice(int(rows.min()), int(rows.max()) + 1), slice(int(columns.min()), int(columns.max()) + 1)
        return Edit(scenario, grid, region)


def _put_edited(scenario: Scenario, grid: GridEdited, values: Grid) -> None:
    """Put another image or kernel, of the same size, in the place of the one in front, while a scenario is made."""
    fields, channel = scenario.__dict__, scenario.channel
    if grid == "image":
        fields.pop("tensor", None)
        fields.pop("pixels", None)
        fields["channels"] = (*scenario.channels[:channel], values, *scenario.channels[channel + 1 :])
    else:
        fields["layer"] = scenario.layer.with_kernel(scenario.filter, scenario.place, values)
    put_in_front(scenario, channel, scenario.filter)


class Edit(Single):
    """What a hand has done to single pixels or weights: what has come of it, in which grid, and where.

    The region holds all that has changed: nobody has to look for it again.
    """

    scenario: Scenario
    grid: GridEdited
    region: Region


def startup() -> Scenario:
    """Return the scenario of the original page, which flags change: 8×8 noise, random weights, stride 2, padding 1."""
    return of_names("noise", (8, 8), "random", (3, 3), stride=(2, 2), padding=(1, 1))


def of_names(image: str, image_size: Pair, kernel: str, kernel_size: Pair, **fields: Any) -> Scenario:
    """Return the scenario of an image and a kernel by name, of the first seed, with other fields as they are given."""
    grids = images.make(image, image_size, 1), kernels.make(kernel, kernel_size, 1)
    return Scenario(*grids, images.white_of(image), image_name=image, kernel_name=kernel, **fields)
