"""Results after edits: as if worked out anew, but only where something changed."""

from typing import Any

import numpy as np
import pytest

from game.core import images, kernels, layer_sums
from game.core.convolution import output_map
from game.core.coverage import cells_fed_by, coverage, uncovered
from game.core.grid import Grid
from game.core.layer_sums import sums_of
from game.core.resize import with_pair
from game.core.result import apart, result_of
from game.core.scenario import Pair, Scenario, startup
from game.core.updates import updated
from tests.core.edits import with_pixels, with_weight

from .scenarios import edge_scenarios, made, random_scenario, scenario_of, tolerance


def random_cells(random: np.random.Generator, scenario: Scenario, count: int) -> list[Pair]:
    rows, columns = scenario.image_size
    return [(int(random.integers(rows)), int(random.integers(columns))) for _ in range(count)]


def test_result_after_random_edits_equals_a_new_one() -> None:
    random = np.random.default_rng(50)
    for scenario in edge_scenarios(random) + [random_scenario(random) for _ in range(150)]:
        present, result = scenario, result_of(scenario)
        for count in (1, 1, 3, 1, 8):
            present = with_pixels(present, random_cells(random, present, count), float(random.random()))
            result = updated(result, present)
            assert result.scenario is present
            assert np.all(np.abs(result.output - output_map(present)) <= tolerance(present))
        row, column = (int(random.integers(side)) for side in present.kernel_size)
        present = with_weight(present, row, column, float(random.uniform(-999, 999)))
        result = updated(result, present)
        assert np.all(np.abs(result.output - output_map(present)) <= tolerance(present))


def test_an_edit_that_is_handed_on_makes_the_result_that_a_search_makes() -> None:
    random = np.random.default_rng(53)
    for scenario in edge_scenarios(random) + [random_scenario(random) for _ in range(150)]:
        before = result_of(scenario)
        edit = scenario.painted(random_cells(random, scenario, 3), float(random.random()))
        row, column = (int(random.integers(side)) for side in scenario.kernel_size)
        for each in (edit, scenario.weighed(row, column, float(random.uniform(-999, 999)))):
            assert each is not None
            handed_on = updated(before, each.scenario, each)
            assert handed_on.output.tobytes() == updated(before, each.scenario).output.tobytes()
            assert handed_on.arithmetic == result_of(each.scenario).arithmetic


def test_a_result_knows_where_it_differs_from_the_one_before() -> None:
    random = np.random.default_rng(54)
    for scenario in edge_scenarios(random) + [random_scenario(random) for _ in range(150)]:
        before = result_of(scenario)
        edit = scenario.painted(random_cells(random, scenario, 2), float(random.random()))
        assert edit is not None
        after = updated(before, edit.scenario, edit)
        if after.since is None:
            assert after.arithmetic != before.arithmetic
            continue
        for old, new in ((scenario.image, edit.scenario.image), (before.output, after.output)):
            region = apart(old, new, after.since)
            assert region is not None
            elsewhere = np.ones(new.shape, dtype=bool)
            elsewhere[region] = False
            assert np.array_equal(old[elsewhere], new[elsewhere])
            searched = apart(old.copy(), new, after.since)
            assert searched is None or new[searched].size <= new[region].size


def test_errors_do_not_pile_up_over_a_long_stroke() -> None:
    random = np.random.default_rng(51)
    present = made(random, (12, 12), (5, 5), padding=(2, 2))
    result = result_of(present)
    for _ in range(400):
        present = with_pixels(present, random_cells(random, present, 1), float(random.random()))
        result = updated(result, present)
    assert np.all(np.abs(result.output - output_map(present)) <= tolerance(present))


def test_painted_pixel_changes_no_cell_that_it_does_not_feed() -> None:
    random = np.random.default_rng(52)
    for scenario in [random_scenario(random) for _ in range(100)]:
        (pixel,) = random_cells(random, scenario, 1)
        before = result_of(scenario)
        after = updated(before, with_pixels(scenario, [pixel], 0.123))
        rows, columns = zip(*(cells_fed_by(scenario, pixel) or [(0, 0)]), strict=True)
        outside = np.ones(scenario.output_size, dtype=bool)
        outside[min(rows) : max(rows) + 1, min(columns) : max(columns) + 1] = False
        assert np.array_equal(after.output[outside], before.output[outside])


@pytest.mark.parametrize(("stride", "padding", "fed"), [(1, 0, 7), (2, 0, 4), (3, 3, 3), (7, 2, 1)])
def test_painted_pixel_recomputes_the_cells_that_it_feeds_and_no_others(
    monkeypatch: pytest.MonkeyPatch, stride: int, padding: int, fed: int
) -> None:
    scenario = made(np.random.default_rng(53), (64, 64), (7, 7), stride=(stride, stride), padding=(padding, padding))
    before = result_of(scenario)
    sizes = []

    def watched(*arguments: Any) -> Grid:
        block = sums_of(*arguments)
        sizes.append(block.shape)
        return block

    monkeypatch.setattr(layer_sums, "sums_of", watched)
    updated(before, with_pixels(scenario, [(30, 30)], 0.123))
    assert sizes == [(1, fed, fed)]


def test_every_other_change_gives_the_new_map() -> None:
    scenario = startup()
    before = result_of(scenario)
    for after in (
        scenario.varied(stride=(1, 3)),
        scenario.varied(padding=(3, 0)),
        scenario.varied(dilation=(2, 1)),
        scenario.with_kernel(np.ones((2, 4))),
        scenario.with_kernel(-scenario.kernel),
        scenario.with_image(scenario.image[:5, :7]),
        scenario.with_image(1 - scenario.image),
        scenario.named("other").varied(seed=5),
    ):
        result = updated(before, after)
        assert result.scenario is after
        assert np.allclose(result.output, output_map(after), rtol=0, atol=1e-12)


def test_result_of_the_same_scenario_is_the_same() -> None:
    before = result_of(startup())
    assert updated(before, before.scenario) is before


def test_old_result_stays_as_it_was() -> None:
    before = result_of(startup())
    kept = before.output.copy()
    after = updated(before, with_pixels(startup(), [(3, 3)], 0.123))
    assert np.array_equal(before.output, kept)
    assert not np.array_equal(after.output, kept)
    assert not after.output.flags.writeable


def test_magnitude_is_the_largest_of_either_sign() -> None:
    assert result_of(scenario_of([[1, 0.5]], [[-4]])).magnitude == 4
    assert result_of(scenario_of([[1, 0.5]], [[4]])).magnitude == 4
    assert result_of(scenario_of([[0]], [[4]])).magnitude == 0


def test_result_knows_coverage_and_padded_image() -> None:
    result = result_of(startup())
    assert np.array_equal(result.coverage, coverage(startup()))
    assert np.array_equal(result.uncovered.left_over, uncovered(startup()).left_over)
    assert np.array_equal(result.padded_image, np.pad(startup().image, 1))


def test_the_coverage_stays_while_pixels_are_painted_and_no_longer() -> None:
    before = result_of(startup())
    counts, missed = before.coverage, before.uncovered
    painted = updated(before, with_pixels(startup(), [(2, 3)], 0.25))
    assert (painted.coverage is counts, painted.uncovered is missed) == (True, True)
    for other in (startup().varied(stride=(1, 2)), startup().varied(padding=(0, 2)), startup().varied(dilation=(2, 1))):
        found = updated(painted, other)
        assert np.array_equal(found.coverage, coverage(other))
        assert np.array_equal(found.uncovered.skipped, uncovered(other).skipped)


def test_what_an_edit_leaves_as_it_was_is_as_if_worked_out_anew() -> None:
    random = np.random.default_rng(56)
    for kernel_name in ("random", "sharpen"):
        kernel = kernels.make(kernel_name, (3, 3), 1)
        named = Scenario(images.make("noise", (8, 8), 1), kernel, image_name="noise", kernel_name=kernel_name)
        result, original = result_of(named), named.image
        for turn in range(60):
            now, (row, column) = result.scenario, random.integers(3, size=2)
            back, weighed = turn % 3 == 2, turn % 7 == 6
            value = float(original[row, column]) if back else float(random.random())
            edit = now.weighed(row, column, value) if weighed else now.painted([(row, column)], value)
            if edit is None:
                continue
            result, anew = updated(result, edit.scenario, edit), result_of(edit.scenario)
            assert result.edited == anew.edited
            assert result.reseed_reason == anew.reseed_reason
            assert result.kernel_actions == anew.kernel_actions
            assert result.kernel_magnitude == anew.kernel_magnitude


def test_a_pixel_that_is_painted_back_is_the_image_of_its_name_again() -> None:
    before = result_of(startup())
    there = before.scenario.painted([(2, 3)], 0.25)
    assert there is not None
    assert before.edited == (False, False)
    painted = updated(before, there.scenario, there)
    assert painted.edited == (True, False)
    back = there.scenario.painted([(2, 3)], float(before.scenario.image[2, 3]))
    assert back is not None
    assert updated(painted, back.scenario, back).edited == (False, False)


def test_the_way_of_the_kernel_is_the_same_object_until_a_setting_changes() -> None:
    before = result_of(startup())
    edit = startup().painted([(2, 3)], 0.25)
    assert edit is not None
    painted = updated(before, edit.scenario, edit)
    assert painted.slide is before.slide
    for other in (startup().varied(stride=(1, 2)), with_pair(startup(), "image size", (9, 8))):
        found = updated(painted, other)
        assert found.slide is not before.slide
        assert found.slide.ranges == result_of(other).slide.ranges


def test_an_edit_after_which_all_is_computed_in_another_way_hands_on_the_same() -> None:
    before = result_of(startup())
    assert before.edited == (False, False)
    for edit in (startup().painted([(2, 3)], 1 / 7), startup().weighed(0, 1, 1 / 7)):
        assert edit is not None
        after = updated(before, edit.scenario, edit)
        assert after.arithmetic != before.arithmetic
        assert after.slide is before.slide
        assert after.image_named is before.image_named
        assert after.edited == result_of(edit.scenario).edited


def test_other_channels_and_filters_in_front_share_what_is_the_same_for_all() -> None:
    result = result_of(Scenario((startup().image,) * 2, np.arange(36.0).reshape(2, 2, 3, 3)))
    assert result.kernel_magnitude == 35
    other = result.at(1, 1)
    assert other.slide is result.slide
    for name in ("maps", "map_ends", "image_ends", "padded_ends", "kernel_magnitude"):
        assert other.__dict__[name] is result.__dict__[name], name


def test_the_result_of_other_weights_everywhere_hands_on_how_kernels_slide_and_what_is_known_of_pixels() -> None:
    random = np.random.default_rng(4)
    image = tuple(random.random((2, 6, 5)))
    before = Scenario(image, random.random((3, 2, 2, 2)), padding=(1, 0), image_name="")
    result = result_of(before)
    _ = result.image_ends, result.counting
    after = before.changed(kernel=random.random((3, 2, 2, 2)), bias=random.random(3))
    found, anew = updated(result, after), result_of(after)
    assert found.slide is result.slide
    assert found.padded_images is result.padded_images
    assert found.image_ends is result.image_ends
    assert found.sums.tobytes() == anew.sums.tobytes()
    assert found.arithmetic == anew.arithmetic
    wider = before.changed(kernel=random.random((3, 2, 3, 2)))
    assert updated(result, wider).slide is not result.slide
    padded = after.changed(padding=(2, 2))
    assert updated(found, padded).slide is not result.slide
    others = Scenario(tuple(random.random((2, 6, 5))), random.random((3, 2, 2, 2)), padding=(1, 0))
    assert updated(result, others).slide is result.slide
    assert updated(result, others).sums.tobytes() == result_of(others).sums.tobytes()
    assert updated(result, others).image_ends == result_of(others).image_ends
