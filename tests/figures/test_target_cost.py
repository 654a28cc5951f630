"""Who keeps what a job cost less than its target, and who bears what it cost more."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactwright.figures.allocation import allocated
from pactwright.figures.bands import Band, even_bands
from pactwright.figures.target_cost import TargetCost, settled
from tests.figures.wrong import said

MILLION = Decimal(1_000_000)
EVEN = TargetCost(MILLION, even_bands(Decimal(50), Decimal(2)), gain_cap=Decimal(100_000), pain_cap=Decimal(80_000))
BANDED = TargetCost(
    MILLION,
    (
        Band(Decimal(0), Decimal(80), Decimal(20)),
        Band(Decimal(80), Decimal(95), Decimal(40)),
        Band(Decimal(95), Decimal(105), Decimal(50)),
        Band(Decimal(105), Decimal(115), Decimal(60)),
        Band(Decimal(115), None, Decimal(100)),
    ),
    pain_cap=Decimal(80_000),
)


# -------------------------------------------------------------------------------- worked by hand, to the cent


@pytest.mark.parametrize(
    ("actual", "score", "partners", "city"),
    [
        ("880000", "0.85", "42500", "77500"),
        ("985000", "1", "0", "15000"),
        ("1020000", "1", "0", "-20000"),
        ("1090000", "1", "-35000", "-55000"),
        ("1300000", "1", "-80000", "-220000"),
        ("1300000", "0.2", "-80000", "-220000"),  # a poor result makes no overrun smaller
        ("700000", "1", "100000", "200000"),  # 140,000 hits the cap of 100,000
        ("1000000", "1", "0", "0"),
    ],
)
def test_a_difference_beyond_the_dead_band_is_shared_up_to_the_caps(
    actual: str, score: str, partners: str, city: str
) -> None:
    found = settled(EVEN, Decimal(actual), score=Decimal(score))
    assert (found.partners, found.city) == (Decimal(partners), Decimal(city))


def test_what_nobody_gains_or_bears_has_no_sign() -> None:
    assert str(settled(EVEN, Decimal(1_020_000)).partners) == "0.00"
    tiny = TargetCost(Decimal(1), even_bands(Decimal(10)))
    assert str(settled(tiny, Decimal("1.01")).partners) == "0.00"


def test_what_a_cap_keeps_from_the_partners_is_told_apart() -> None:
    found = settled(EVEN, Decimal(1_300_000))
    assert (found.before_cap, found.over_cap) == (Decimal(140_000), Decimal(60_000))


@pytest.mark.parametrize(
    ("actual", "in_slices", "partners"),
    [
        ("760000", ["8000", "60000", "25000"], "93000"),
        ("1120000", ["25000", "42000"], "-67000"),
        ("1250000", ["25000", "60000", "100000"], "-80000"),
    ],
)
def test_each_slice_of_the_difference_takes_its_own_share(actual: str, in_slices: list[str], partners: str) -> None:
    found = settled(BANDED, Decimal(actual))
    assert [each.partners for each in found.slices] == [Decimal(each) for each in in_slices]
    assert found.partners == Decimal(partners)


def test_a_cost_at_its_target_or_at_the_edge_of_a_band_has_no_empty_slice() -> None:
    assert settled(BANDED, MILLION).slices == ()
    assert len(settled(BANDED, Decimal(950_000)).slices) == 1


def test_a_score_below_the_least_gains_nothing_and_one_at_it_does() -> None:
    terms = replace(EVEN, least_score=Decimal("0.6"))
    assert settled(terms, Decimal(880_000), score=Decimal("0.59")).partners == 0
    assert settled(terms, Decimal(880_000), score=Decimal("0.60")).partners == Decimal(30_000)


def test_a_settlement_goes_on_to_the_partners_by_their_weights() -> None:
    gain = settled(EVEN, Decimal(880_000), score=Decimal("0.85")).partners
    assert list(allocated(gain, {"a": Decimal(50), "b": Decimal(30), "c": Decimal(20)}).values()) == [
        Decimal(21_250),
        Decimal(12_750),
        Decimal(8_500),
    ]


# ------------------------------------------------------------------------------------- what holds for every figure

cents = st.integers(0, 10**11).map(lambda each: Decimal(each).scaleb(-2))
percents = st.integers(0, 10_000).map(lambda each: Decimal(each).scaleb(-2))
scores = st.integers(0, 1000).map(lambda each: Decimal(each).scaleb(-3))
edges = st.lists(st.integers(1, 999), max_size=5, unique=True).map(sorted)


@st.composite
def terms(draw: st.DrawFn) -> TargetCost:
    bounds: list[Decimal | None] = [Decimal(0), *(Decimal(each) for each in draw(edges)), None]
    bands = tuple(Band(low or Decimal(0), high, draw(percents)) for low, high in pairwise(bounds))
    caps = st.none() | cents
    return TargetCost(draw(cents) + 1, bands, draw(caps), draw(caps), draw(scores))


@given(terms(), cents, scores)
def test_both_sides_together_have_the_whole_difference(made: TargetCost, actual: Decimal, score: Decimal) -> None:
    found = settled(made, actual, score=score)
    assert found.partners + found.city == found.difference == made.target - actual
    assert sum(each.amount for each in found.slices) == abs(found.difference)
    assert found.partners == round(found.partners, 2)


@given(terms(), cents, scores)
def test_no_cap_is_passed_and_nobody_pays_for_a_saving(made: TargetCost, actual: Decimal, score: Decimal) -> None:
    found = settled(made, actual, score=score)
    assert made.gain_cap is None or found.partners <= made.gain_cap
    assert made.pain_cap is None or -found.partners <= made.pain_cap
    assert min(found.difference, Decimal(0)) <= found.partners <= max(found.difference, Decimal(0))


@given(terms(), cents, cents, scores)
def test_a_higher_cost_is_never_better_for_anybody(
    made: TargetCost, one: Decimal, other: Decimal, score: Decimal
) -> None:
    low, high = (settled(made, each, score=score) for each in sorted((one, other)))
    assert high.partners <= low.partners
    assert high.city <= low.city


@given(terms(), cents, scores, scores)
def test_a_better_score_is_never_worse(made: TargetCost, actual: Decimal, one: Decimal, other: Decimal) -> None:
    low, high = (settled(made, actual, score=each).partners for each in sorted((one, other)))
    assert low <= high


@given(terms(), cents)
def test_swapping_sides_mirrors_the_result_but_for_half_a_cent(made: TargetCost, actual: Decimal) -> None:
    plain = replace(made, gain_cap=None, pain_cap=None, least_score=Decimal(0))
    mirrored = tuple(each._replace(partner_pct=100 - each.partner_pct) for each in plain.bands)
    here, there = settled(plain, actual), settled(replace(plain, bands=mirrored), actual)
    assert abs(here.partners - there.city) <= Decimal("0.01")
    is_tie = here.before_cap * 100 % 1 == Decimal("0.5")
    assert is_tie or (here.partners, here.city) == (there.city, there.partners)


@given(cents.filter(bool), percents, percents, cents)
def test_one_share_around_a_dead_band_is_the_formula_without_bands(
    target: Decimal, share: Decimal, dead: Decimal, actual: Decimal
) -> None:
    beyond = max(abs(target - actual) - target * dead / 100, Decimal(0))
    found = settled(TargetCost(target, even_bands(share, dead)), actual)
    assert found.before_cap == beyond * share / 100


# --------------------------------------------------------------------------------------------- planted mistakes


@pytest.mark.parametrize(
    ("bands", "expected"),
    [
        (
            (Band(Decimal(0), Decimal(95), Decimal(50)), Band(Decimal(90), None, Decimal(50))),
            ["bands.1.from_pct is 90 and must be 95"],
        ),
        (
            (Band(Decimal(0), Decimal(95), Decimal(50)), Band(Decimal(98), None, Decimal(50))),
            ["bands.1.from_pct is 98 and must be 95"],
        ),
        ((Band(Decimal(10), None, Decimal(50)),), ["bands.0.from_pct is 10 and must be 0"]),
        ((Band(Decimal(0), Decimal(95), Decimal(50)),), ["bands.0.to_pct is 95 and must be without end"]),
        (
            (Band(Decimal(0), None, Decimal(50)), Band(Decimal(95), None, Decimal(50))),
            ["bands.0.to_pct is without end and must be 95"],
        ),
        (
            (Band(Decimal(0), Decimal(0), Decimal(50)), Band(Decimal(0), None, Decimal(101))),
            ["bands.0.to_pct is 0 and must be above 0", "bands.1.partner_pct is 101 and must be at most 100"],
        ),
        ((Band(Decimal(0), None, Decimal(-5)),), ["bands.0.partner_pct is -5 and must be at least 0"]),
        (
            (Band(Decimal(0), Decimal("NaN"), Decimal(50)), Band(Decimal(1001), None, Decimal(50))),
            ["bands.0.to_pct is NaN and must be at least 0", "bands.1.from_pct is 1001 and must be at most 1000"],
        ),
        ((), ["bands is none and must be at least 1"]),
    ],
)
def test_bands_that_do_not_fit_are_refused_with_the_figure_that_would(
    bands: tuple[Band, ...], expected: list[str]
) -> None:
    assert said(lambda: TargetCost(MILLION, bands)) == expected


def test_every_figure_that_makes_no_sense_is_named_at_once() -> None:
    expected = [
        "target is 0 and must be above 0",
        "gain_cap is -1 and must be at least 0",
        "pain_cap is 10000000000000 and must be at most 9999999999999.99",
        "least_score is 60 and must be at most 1",
    ]
    assert (
        said(lambda: TargetCost(Decimal(0), even_bands(Decimal(50)), Decimal(-1), Decimal(10**13), Decimal(60)))
        == expected
    )


def test_a_dead_band_wider_than_the_target_is_refused_by_its_own_name() -> None:
    assert said(lambda: even_bands(Decimal(150), Decimal(101))) == [
        "partner_pct is 150 and must be at most 100",
        "dead_band_pct is 101 and must be at most 100",
    ]


def test_a_negative_cost_and_a_score_above_one_are_refused() -> None:
    expected = ["actual is -1 and must be at least 0", "score is 85 and must be at most 1"]
    assert said(lambda: settled(EVEN, Decimal(-1), score=Decimal(85))) == expected
