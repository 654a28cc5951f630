"""What binds in a memorandum: some sentences do in every one, whatever else it leaves to goodwill."""

from __future__ import annotations

import re

import pytest

from pactwright.document import words
from pactwright.library.model import Option
from tests.solving import can_stand, solved
from tests.stories import library, plain
from tests.test_drafting import base

STATUSES = [
    each
    for each in library("au-nsw").options["formation/status"].values()
    if can_stand(each, base("two", "au-nsw"), "mou")
]


def binding(said: str) -> set[int]:
    """The numbers of "only clauses 3, 4 and 14 to 20 bind"."""
    spans = re.findall(r"(\d+)(?: to (\d+))?", said.partition("only ")[2])
    return {number for first, last in spans for number in range(int(first), int(last or first) + 1)}


@pytest.mark.parametrize("status", STATUSES, ids=lambda each: each.id)
@pytest.mark.parametrize(
    "sentence",
    [
        "confirms that it has the power to make the promises in the clauses that bind it",
        "Nothing in this memorandum limits the way in which the Council exercises a statutory function",
        "commits the Council to buy nothing and to choose no one",
        "transfers Intellectual Property or grants a licence",
        "does not limit what a party owes for fraud",
    ],
)
def test_in_every_memorandum_some_sentences_bind(status: Option, sentence: str) -> None:
    made = solved(base("two", "au-nsw"), "mou", status)
    said = [(each.label, plain(words(each.runs))) for each in made.agreement.paragraphs()]
    [effect] = [text for _, text in said if text.startswith("In law, ")]
    [label] = [label for label, text in said if sentence in text]
    assert int(label.partition(".")[0]) in binding(effect)
