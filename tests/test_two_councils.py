"""Two councils that pay apart: what one of them does, owes or receives decides nothing about the other."""

from __future__ import annotations

from functools import cache

import pytest

from pactwright.document import paragraphs_of, words
from pactwright.service import drafts_of, read
from tests.stories import ROOT, plain

SENTENCES = {
    "the other half of what is held back": "acceptance of the last Milestone for which the Payer pays the Company",
    "the value of a step that is begun": "begun and not accepted, the Payer must pay the Company an exit value",
    "idle time": "does not have to pay more than 5% of its own part of the price in total",
    "a date past the end": "past the end of this agreement only with the written consent of the Council concerned",
    "the residents of each": "The Council concerned must tell residents who use what the Pilot offers that it ends",
    "what each gives": "The Giver must give the party named there each reward other than money",
    "pictures that are gone": "pictures and sound of people become numbers inside the device, never leave it",
    "an evaluator who signs": "The University must send every party a report on what the Pilot has shown",
}


@cache
def text() -> str:
    """The pilot agreement of the example, as a final."""
    [draft] = drafts_of(read(ROOT / "examples" / "crossing-counts" / "spec.yml"), ("pilot-agreement",), is_final=True)
    assert draft.is_sound
    clauses = (clause for article in draft.agreement.articles for clause in article.clauses)
    return "\n".join(plain(words(each.runs)) for clause in clauses for each in paragraphs_of(clause))


@pytest.mark.parametrize("subject", SENTENCES)
def test_each_council_stands_for_its_own_part(subject: str) -> None:
    assert SENTENCES[subject] in text()


def test_one_clause_says_who_puts_up_a_sign() -> None:
    assert text().count("put up a sign") == 1
    assert "display a sign" not in text()
