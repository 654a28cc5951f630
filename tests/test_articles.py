"""A noun stands behind the article that people say before it."""

from __future__ import annotations

import pytest

from pactwright.articles import with_article

AN = (
    "Exhibitor, Hour Bank, Umpire, hour, honest broker, honorary member, heir, SME, NGO, MoU, NSW agency, X-ray, LGA, "
    "EU body, 8-week trial, 80, 8,000, 11-month term, 18-month term, 11,000 litres, uninsured, unidentified, "
    "unincorporated association, unissued permit, urban council, usher, utmost, onerous duty, iwi, Ōtaki board"
)
A = (
    "Council, University, European Partner, One-stop Shop, Utility, hotel, one-off, once-only fee, UN body, US body, "
    "URL, useful, usual, unit, union, unanimous vote, unidirectional street, ubiquitous, Ukrainian, ewe, eucalyptus, "
    "U-turn, 110-day term, 1,100, 180, NASA lab, HOST, SaaS, PhD, MacArthur Council, Māori body, 7"
)


@pytest.mark.parametrize("noun", AN.split(", "))
def test_an_stands_before_what_sounds_like_a_vowel(noun: str) -> None:
    assert with_article(noun) == f"an {noun}"


@pytest.mark.parametrize("noun", A.split(", "))
def test_a_stands_before_everything_else(noun: str) -> None:
    assert with_article(noun) == f"a {noun}"
