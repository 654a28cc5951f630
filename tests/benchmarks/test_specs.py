"""What the benchmark times are documents: every way in which its tables change the example can be drafted."""

from __future__ import annotations

import pytest

from pactwright.batch.base import overlaid
from pactwright.batch.model import Row
from tests.benchmarks.ours import base_of
from tests.benchmarks.specs import as_it_is, values_and_choices, values_and_terms
from tests.stories import sound

ROWS = (*map(values_and_choices, (0, 10, 20)), values_and_terms(1))


@pytest.mark.parametrize("row", ROWS, ids=("first options", "second options", "third options", "terms"))
def test_a_row_that_is_timed_is_sound(row: Row) -> None:
    assert sound(overlaid(base_of(as_it_is()), row)[0]).is_sound
