"""One clear sentence about each thing that can go wrong."""

from __future__ import annotations

import ast
import inspect
import string
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core import errors
from game.words.error_texts import ERROR_TEXTS, FALLBACK
from game.words.numbers import NotANumber
from game.words.sentences import sentence, sentence_for

if TYPE_CHECKING:
    from collections.abc import Iterator

GAME = Path(__file__).parents[2] / "game"
PROBLEMS = ("FileProblem",)

CORE = [
    (errors.OutOfRange("stride", 0, 1, 8), "The stride must be from 1 to 8, not 0."),
    (errors.OutOfRange("pixel", -0.5, 0, 1.0), "A pixel must be from 0 to 1, not −0.5."),
    (errors.OutOfRange("weight", 1e300, -999, 999), "A weight must be from −999 to 999, not 1e300."),
    (errors.OutOfRange("white", 0.0, 0.01, 255), "White must be from 0.01 to 255, not 0."),
    (
        errors.KernelDoesNotFit("columns", 7, 5),
        "The kernel needs 7 columns, but image and padding together have only 5; "
        "make the kernel smaller, or the image or the padding larger.",
    ),
    (errors.NotFinite("weight"), "A weight must be a finite number, not infinity and not NaN."),
    (errors.NotWhole("kernel size", 2.5), "The kernel size must be a whole number, not 2.5."),
    (errors.NotWhole("stride", [1, 2, 3]), "The stride must be a whole number, not 1, 2, 3."),
    (errors.NotAGrid("image", "empty"), "The image is empty; it needs at least one number."),
    (
        errors.NotAGrid("pasted text", "ragged"),
        "The pasted text has rows of different lengths; all must be equally long.",
    ),
    (
        errors.NotAGrid("kernel", "too large", 99, 3),
        "The kernel is too large; an image may have 256 × 256 numbers, and a kernel 15 × 15.",
    ),
    (errors.UnknownName("image", "cat", ("noise", "disc")), "There is no image called “cat”; there are noise, disc."),
    (errors.DoesNotApply("sobel top", "only 3×3"), "“sobel top” exists only with 3 rows and 3 columns."),
    (NotANumber("abc"), "“abc” is no number; numbers look like 3, −0.5, 0,25, 2e3 or 1/9."),
]


@pytest.mark.parametrize(("error", "expected"), CORE)
def test_the_sentence_says_what_was_wrong_and_what_is_allowed(error: Exception, expected: str) -> None:
    assert sentence_for(error) == expected


def test_every_error_of_core_has_a_sentence() -> None:
    kinds = [kind for _, kind in inspect.getmembers(errors, inspect.isclass)]
    keys = {kind.key for kind in kinds if issubclass(kind, errors.ConvolutionError)} - {errors.ConvolutionError.key}
    assert len(keys) >= 7
    assert keys <= {key.partition("/")[0] for key in ERROR_TEXTS}


def calls_of(names: tuple[str, ...]) -> Iterator[tuple[str, ast.Call]]:
    """Yield every place in the game's code where an error of these names is made."""
    for path in sorted(GAME.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
                yield f"{path.name}:{node.lineno}", node


def literals_of(name: str, node: ast.Call) -> list[str]:
    """Return the text that a call gives for a value, if it stands there as it is."""
    found = [keyword.value for keyword in node.keywords if keyword.arg == name]
    return [str(value.value) for value in found if isinstance(value, ast.Constant)]


def test_every_problem_with_a_file_or_a_flag_has_a_sentence_and_all_its_values() -> None:
    places = [(place, node) for place, node in calls_of(PROBLEMS) if isinstance(node.args[0], ast.Constant)]
    assert len(places) > 20
    for place, node in places:
        key = str(ast.literal_eval(node.args[0]))
        values: dict[str, object] = {str(keyword.arg): f"<{keyword.arg}>" for keyword in node.keywords}
        values |= {name: text for name in ("reason", "wanted") for text in literals_of(name, node)}
        assert key in ERROR_TEXTS, place
        assert sentence(key, **values) != FALLBACK, place


def test_every_reason_that_core_gives_has_a_sentence_of_its_own() -> None:
    reasons = {
        "not_a_grid": ["empty", "ragged", "not numbers", "too large", "not two-dimensional"],
        "does_not_apply": ["too small", "only 3×3", "odd sizes only", "sum is zero", "weights too large"],
    }
    for key, several in reasons.items():
        said = {sentence(key, reason=reason, quantity="image", name="gaussian") for reason in several}
        assert len(said) == len(several)
        assert sentence(key, reason="?", quantity="image", name="gaussian") not in said


def test_reasons_of_the_operating_system_are_said_in_words() -> None:
    assert sentence("file_unwritable", path="a.json", reason="disk full") == (
        "“a.json” cannot be written (the disk is full); nothing was saved there."
    )
    assert "(device or resource busy)" in sentence("file_unreadable", path="a", reason="device or resource busy")


def test_what_was_wanted_is_said() -> None:
    assert sentence("flag_wrong", flag="--stride", text="x", wanted="pair", low=1.0, high=8.0) == (
        "--stride needs whole numbers from 1 to 8 such as 8 or 8x6, not “x”."
    )
    assert sentence("file_wrong_type", path="a", name="seed", wanted="number") == (
        "In “a”, “seed” has the wrong type; a number is needed."
    )


def test_sizes_are_said_in_units_for_people() -> None:
    assert "at most 4 MB" in sentence("file_too_large", path="a", limit=4 * 1024 * 1024)
    assert "at most 50 MB" in sentence("file_too_large", path="a", limit=50_000_000)
    assert "at most 64 kB" in sentence("file_too_large", path="a", limit=64 * 1024)
    picture = sentence("picture_too_large", path="a", rows=9, columns=8, most_pixels=100_000_000, longest_side=65535)
    assert "9 × 8 pixels; at most 100 million pixels and 65535 a side" in picture


def test_it_is_said_where_damaged_settings_and_work_are() -> None:
    for key in ("settings_damaged", "work_damaged"):
        assert "kept in “b”" in sentence(key, path="a", kept_as="b")
        assert "“a”" in sentence(key, path="a", kept_as="")


@pytest.mark.parametrize("key", ERROR_TEXTS)
def test_every_sentence_is_one_line_that_begins_and_ends_as_sentences_do(key: str) -> None:
    template = ERROR_TEXTS[key]
    names = {name for _, name, _, _ in string.Formatter().parse(template) if name}
    reasons = {"reason": key.partition("/")[2]} if key.startswith(("not_a_grid/", "does_not_apply/")) else {}
    text = sentence(key.partition("/")[0], **dict.fromkeys(names, "Word"), **reasons)
    assert "{" not in text.replace("{Word}", "Word"), "braces that a person has written are repeated as they are"
    assert "\n" not in template
    assert template.endswith((".", "{problem}")), "a problem is a sentence, too"
    assert ". " not in template
    assert text[0].isupper() or text.startswith(("“", "Word", "There"))


def test_something_unknown_gets_a_general_sentence() -> None:
    assert sentence("never heard of", value=3) == FALLBACK
    assert sentence_for(RuntimeError("x")) == FALLBACK
    assert sentence("out_of_range", quantity="stride") == FALLBACK


def test_a_value_may_be_called_key_and_hold_braces() -> None:
    assert sentence("file_missing", key=1, path="{path}") == "There is no file “{path}”."


@given(st.text(), st.one_of(st.text(), st.floats(), st.integers(), st.lists(st.booleans()), st.none()))
def test_whatever_the_values_are_it_is_one_line_of_bearable_length(path: str, value: object) -> None:
    for text in (
        sentence("file_wrong_type", path=path, name=value, wanted=value),
        sentence("out_of_range", quantity=path, value=value, low=value, high=value),
        sentence("file_too_large", path=path, limit=value),
    ):
        assert text.isprintable()
        assert len(text) < 700


def test_a_number_of_thousands_of_digits_is_not_written_out() -> None:
    assert sentence("not_whole", quantity="seed", value=10**9999) == (
        "The seed must be a whole number, not a number of 33216 bits."
    )


def test_a_text_is_said_whole_up_to_150_characters_and_else_cut_with_a_sign() -> None:
    assert sentence("file_missing", path="a" * 150) == f"There is no file “{'a' * 150}”."
    assert sentence("file_missing", path="a" * 151) == f"There is no file “{'a' * 149}…”."


def test_what_is_wrong_at_a_stop_of_a_tour_is_said_in_its_own_words() -> None:
    problem = errors.OutOfRange("stride", 0, 1, 8)
    assert sentence("tour_refused", path="a.json", part="stop", stop=2, field="stride", problem=problem) == (
        "The stride must be from 1 to 8, not 0. That is “stride” of stop 2 in “a.json”."
    )
