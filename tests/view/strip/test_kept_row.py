"""What of the strip is kept while pixels are painted: where all stands. What it tells is what would be made anew."""

from __future__ import annotations

import pytest

from game.core.scenario import Scenario
from game.input.layer_intents import FocusLayer, PaintSource
from game.input.mode_intents import TogglePredict, TogglePresent
from game.input.walk_intents import Scrub, ToEnd
from game.session.reduce import reduce
from game.session.shown import Gathering
from game.session.state import State
from game.ui.offers import Offers
from game.ui.widgets.base import Widget
from game.view.builder import Builder
from game.view.frame import frame_of
from game.view.strip.card import StripCard
from tests.networks import digit_reader, four_layers
from tests.picture import state, typeface

SIZES = {"wide": (1400, 560), "narrow": (640, 560)}
NETWORKS = {
    "maps in focus": digit_reader(0),
    "shares in focus": digit_reader(2),
    "sixteen maps": four_layers(2),
    "maps of shares": four_layers(3),
}
DEEDS = (
    PaintSource(((2, 2),), 0.5),
    *map(Scrub, (0.95, 3.4)),
    PaintSource(((1, 1), (1, 2)), 1.0),
    ToEnd(),
    *(PaintSource(((row, column),), 0.7) for row in range(3, 7) for column in range(3, 7)),
    *(Scrub(1.2), TogglePredict(), TogglePredict(), FocusLayer(1), PaintSource(((0, 0),), 0.2), FocusLayer(0)),
)


def strip(builder: Builder, shown: State, gathering: Gathering, size: tuple[int, int]) -> tuple[Widget, ...]:
    """Return the widgets of the strip."""
    widgets = builder.window(frame_of(gathering(shown), size, typeface()), Offers()).widgets
    return tuple(one for one in widgets if isinstance(one, StripCard) or one.name.startswith("strip"))


@pytest.mark.parametrize("presenting", [False, True])
@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("network", NETWORKS.values(), ids=NETWORKS)
def test_what_is_kept_equals_what_is_made_anew(network: Scenario, size: tuple[int, int], presenting: bool) -> None:
    gathering, builder, shown = Gathering(), Builder(), state(network)
    shown = reduce(shown, TogglePresent()) if presenting else shown
    for deed in DEEDS:
        shown = reduce(shown, deed)
        kept = strip(builder, shown, gathering, size)
        assert len(kept) > 5
        assert kept == strip(Builder(), shown, gathering, size), deed


@pytest.mark.parametrize("network", NETWORKS.values(), ids=NETWORKS)
def test_a_stroke_leaves_all_where_it_stands(network: Scenario) -> None:
    gathering, builder, shown = Gathering(), Builder(), reduce(state(network), ToEnd())
    before = strip(builder, shown, gathering, SIZES["wide"])
    shown = reduce(shown, PaintSource(((2, 2),), 0.4))
    after = strip(builder, shown, gathering, SIZES["wide"])
    for one, other in zip(before, after, strict=True):
        assert one.rect is other.rect
        assert (one is other) is not isinstance(other, StripCard), other.name
