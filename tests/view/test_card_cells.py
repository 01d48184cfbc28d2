"""The cells of the card drawn all at once are those drawn one by one."""

from __future__ import annotations

import pytest

from game.play.moment import moment
from game.ui.geometry import Rect
from game.ui.place import GridPlace
from game.view.card_cells import Cells, Kind
from game.view.card_faces import colours_of, faces_of
from game.view.floating import card_room
from game.view.numbers import NumberLook
from tests.picture import new_canvas, pixels, scenario, state


@pytest.mark.parametrize("theme", ["night", "high contrast"])
@pytest.mark.parametrize(("kind", "pairs"), [("pairs", 14), ("pairs", 0), ("products", 14), ("weights", 14)])
@pytest.mark.parametrize("outlined", [False, True])
def test_cells_that_lie_still_look_as_each_of_them_does(theme: str, kind: Kind, pairs: int, outlined: bool) -> None:
    seen = []
    for together in (True, False):
        canvas = new_canvas((240, 80), theme)
        faces = faces_of(state(scenario()).result, 4, canvas.theme, (2, 2, 2))
        cells = Cells(canvas, 6.0, faces, NumberLook(18, 2, outlined), pairs)
        grounds = colours_of(cells.grounds(kind))
        several = [(index, Rect(8 + 70 * index, 8, 62, 62), grounds[index]) for index in range(3)]
        if together:
            cells.draw_still(kind, several)
        else:
            for standing in several:
                cells.draw(kind, *standing, 255)
        seen.append(pixels(canvas.surface))
    assert (seen[0] == seen[1]).all()
    assert len(set(map(tuple, seen[0].reshape(-1, 3).tolist()))) > 10


def test_a_card_over_an_image_that_is_not_there_has_a_place_without_size() -> None:
    """As where a cell comes from is shown while something is open: the walk's grids have no places then."""
    shown = state(scenario())
    room = card_room(GridPlace(0, 0, 0, 0, 0), moment(shown.result, 0.0), shown.result, 1.0)
    assert room.w < 10
