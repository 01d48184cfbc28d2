"""Values: frozen objects that are their fields."""

from __future__ import annotations

from typing import ClassVar

import pytest

from game.value import Single, Value


class Point(Value):
    """Two fields, one with a default, and what is no field."""

    x: int
    y: int = 2
    kind: ClassVar[str] = "point"
    colour = "red"


class Corner(Point):
    """One field more."""

    z: int = 3


class Alone(Single):
    """A value that equals itself only."""

    x: int


class Other(Value):
    """The fields of a point, in another class."""

    x: int
    y: int = 2


def test_fields_are_taken_in_order_or_by_name_and_defaults_fill_the_rest() -> None:
    assert (Point(1).x, Point(1).y) == (1, 2)
    assert Point(1, 5) == Point(y=5, x=1)
    assert Corner.names == ("x", "y", "z")
    assert Corner(1, z=9).z == 9


def test_values_are_equal_when_class_and_fields_are() -> None:
    assert Point(1) == Point(1, 2)
    assert Point(1) != Point(3)
    assert Point(1) != Other(1)
    assert len({Point(1), Point(1, 2), Other(1)}) == 2


def test_a_value_never_changes_but_makes_another_one() -> None:
    point = Point(1)
    with pytest.raises(AttributeError):
        point.x = 5  # type: ignore[misc]  # that it cannot be set is what is tested
    with pytest.raises(AttributeError):
        del point.x
    assert point.changed(y=7) == Point(1, 7)
    assert point == Point(1)


@pytest.mark.parametrize(("values", "named"), [((), {}), ((1, 2, 3), {}), ((1,), {"z": 3})])
def test_one_field_too_many_or_too_few_is_refused(values: tuple[int, ...], named: dict[str, int]) -> None:
    with pytest.raises(TypeError, match="has the fields x, y"):
        Point(*values, **named)


def test_a_value_shows_its_fields() -> None:
    assert repr(Point(1)) == "Point(x=1, y=2)"


def test_a_single_equals_itself_only() -> None:
    one, other = Alone(1), Alone(1)
    assert one == one  # that is what is tested
    assert one != other
    assert len({one, other, one}) == 2
    assert one.changed(x=3).x == 3


def test_replace_changes_fields_that_there_are() -> None:
    assert Point(1).changed(y=9) == Point(1, 9)
    with pytest.raises(TypeError):
        Point(1).changed(z=9)
