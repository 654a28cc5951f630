"""The template that the benchmark makes for docxtpl is worth comparing with: it says what our document says."""

from __future__ import annotations

import io
from collections import Counter

import pytest
from docxtpl import DocxTemplate  # type: ignore[import-untyped] # docxtpl has no types

from pactwright.writers.word import word_file
from tests.benchmarks.ours import agreement_of
from tests.benchmarks.peer_template import Data, PeerTemplate, peer_data, peer_template, told
from tests.benchmarks.specs import as_it_is
from tests.stories import TEMPLATE


def rendered(peer: PeerTemplate, data: Data) -> bytes:
    document, result = DocxTemplate(io.BytesIO(peer.template)), io.BytesIO()
    document.render(data, autoescape=True)
    document.save(result)
    return result.getvalue()


@pytest.fixture(name="peer", scope="module")
def template() -> PeerTemplate:
    return peer_template(agreement_of(as_it_is(), 0), TEMPLATE)


def test_the_template_of_one_document_says_what_ours_says_of_another(peer: PeerTemplate) -> None:
    """Because what is not a tag or a row stays, and what a row of the table changes is all in the data."""
    other = agreement_of(as_it_is(), 1)
    assert told(rendered(peer, peer_data(other))) == told(word_file(other, TEMPLATE))
    assert told(rendered(peer, peer.data)) != told(word_file(other, TEMPLATE))


def test_a_table_of_the_template_grows_with_its_data(peer: PeerTemplate) -> None:
    third = {"name": "Third & Co", "details": "ABN 3", "called": "the Third"}
    parties = peer.data["parties"]
    assert isinstance(parties, list)
    before, *_ = told(rendered(peer, peer.data))
    after, *_ = told(rendered(peer, {**peer.data, "parties": [*parties, third]}))
    assert Counter(after) - Counter(before) == Counter(third.values())
