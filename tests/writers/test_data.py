"""The data hold the whole agreement under a published schema, in an order that does not move."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from pactwright.document import Agreement, words
from pactwright.records import record_schema
from pactwright.writers.data import AGREEMENT, json_data
from tests import stories
from tests.stories import ROOT
from tests.writers.agreements import BY_HAND, DRAFT, NASTY, nasty

PUBLISHED = json.loads((ROOT / "templates" / "agreement.schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(PUBLISHED)
AGREEMENTS = {**BY_HAND, **stories.agreements()}

every_agreement = pytest.mark.parametrize("agreement", AGREEMENTS.values(), ids=AGREEMENTS)


def record(agreement: Agreement) -> dict[str, Any]:
    """The data, parsed."""
    parsed: dict[str, Any] = json.loads(json_data(agreement))
    return parsed


def test_the_published_schema_is_current() -> None:
    """If it is not: python tools/record_schemas.py."""
    assert record_schema(AGREEMENT) == PUBLISHED
    Draft202012Validator.check_schema(PUBLISHED)


@every_agreement
def test_every_agreement_keeps_to_the_schema(agreement: Agreement) -> None:
    assert [error.message for error in VALIDATOR.iter_errors(record(agreement))] == []


@pytest.mark.parametrize(
    ("place", "wrong"),
    [
        (("schema",), 2),
        (("paper",), "a5"),
        (("is_final",), "no"),
        (("articles", 0, "heading", "role"), "chapter"),
        (("project", 0, "kind"), "text"),
        (("provenance", 0), ["date"]),
        (("surprise",), 1),
    ],
)
def test_data_that_break_the_schema_are_found(place: tuple[str | int, ...], wrong: object) -> None:
    broken: Any = copy.deepcopy(record(DRAFT))
    holder = broken
    for step in place[:-1]:
        holder = holder[step]
    holder[place[-1]] = wrong
    assert not VALIDATOR.is_valid(broken)


def test_a_missing_key_is_found() -> None:
    broken = record(DRAFT)
    del broken["articles"][0]["clauses"][0]["version"]
    assert not VALIDATOR.is_valid(broken)


def test_the_keys_are_the_documents_in_their_order() -> None:
    assert list(record(DRAFT)) == ["$schema", "schema", *Agreement.__struct_fields__]


def test_a_run_says_what_it_is_and_where_it_comes_from() -> None:
    [clause] = record(DRAFT)["articles"][1]["clauses"]
    blocks = {block["bookmark"]: block for block in clause["blocks"]}
    assert (clause["id"], clause["option"], clause["version"]) == ("governance/decisions", "balanced", "0a1b2c3d")
    assert blocks["_pw_d1"]["runs"][1] == {"kind": "value", "text": "75%", "address": "choices.x"}
    assert blocks["_pw_d2a"]["runs"][1] == {
        "kind": "gap",
        "text": "[budget: the Council to supply]",
        "address": "funding.budget",
    }
    assert blocks["_pw_d2c"]["runs"][1] == {"kind": "reference", "text": "2", "bookmark": "_pw_s2b", "form": "own"}
    assert (blocks["_pw_d2a"]["label"], blocks["_pw_d2a"]["full_label"]) == ("(a)", "3.2(a)")


def test_every_letter_comes_back() -> None:
    assert words(nasty().project) == record(nasty())["project"][0]["text"] == NASTY


def test_the_file_ends_with_its_last_line() -> None:
    assert json_data(DRAFT).endswith(b"}\n")
