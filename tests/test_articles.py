"""A noun stands behind the article that people say before it."""

from __future__ import annotations

import pytest

from pactwright.articles import with_article
from pactwright.document import words
from pactwright.errors import InputError
from tests import stories
from tests.guard.rows import FULL
from tests.stories import changed, plain, spec_of

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


@pytest.mark.parametrize(
    ("more", "said", "other"),
    [({}, "an Ukelele Maker", "a Ukelele Maker"), ({"called_with": "a"}, "a Ukelele Maker", "an Ukelele Maker")],
)
def test_the_article_that_a_spec_says_stands_wherever_one_does(more: dict[str, str], said: str, other: str) -> None:
    side = {"one": "Ukelele Maker", "many": "Ukelele Makers", **more}
    made = stories.sound(changed(FULL, {"sides.partner": side}))
    text = plain("\n".join(words(each.runs) for each in made.agreement.paragraphs()))
    assert said in text
    assert other not in text


def test_another_article_is_refused() -> None:
    with pytest.raises(InputError) as caught:
        spec_of(changed(FULL, {"sides.partner.called_with": "the"}))
    refused = [(each.rule, each.address) for each in caught.value.findings if each.level == "error"]
    assert refused == [("called-with", "sides.partner.called_with")]
