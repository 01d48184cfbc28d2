"""Who learns: whether what is to be learned is about what a scenario makes, and what becomes of it as that changes."""

from __future__ import annotations

from .chain import Chain, activation_of, check_shapes, operation_of_layer
from .errors import DoesNotApply, NotAShare, WrongShape
from .grid import Shape
from .layers import Convolution
from .learning import Learning
from .pooling import Pooling


def check_learns(learning: Learning, layer: Convolution, chain: Chain | None, shape: Shape) -> None:
    """Raise WrongShape, DoesNotApply or NotAShare unless a layer, or the chain it is in, can learn that.

    shape: (channels, rows, columns) of the layer's image, of the pixels alone.
    """
    if chain is None:
        if layer.pooling is not None or layer.is_transposed:
            raise DoesNotApply("learning", "only a convolution learns")
        learning.check(layer.output_shape(shape), layer.activation)
        return
    own = operation_of_layer(layer)
    if all(isinstance(each, Pooling) for each in (*chain.before, own, *chain.after)):
        raise DoesNotApply("learning", "nothing has weights")
    rest = (own, *chain.after)
    learning.check(check_shapes(rest, shape)[-1], activation_of(rest[-1]))


def kept_by(learning: Learning, layer: Convolution, chain: Chain | None, shape: Shape) -> Learning | None:
    """Return what was to be learned before something changed, if it is about what there is now, else None."""
    try:
        check_learns(learning, layer, chain, shape)
    except (WrongShape, DoesNotApply, NotAShare):
        return None
    return learning
