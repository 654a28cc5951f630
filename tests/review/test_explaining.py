"""`explain`: the clause and the words of people, and data that keep to the published schema."""

from __future__ import annotations

import json
from functools import cache

from jsonschema import Draft202012Validator

from pactwright.records import record_data
from pactwright.review.explaining import EXPLAINED, Explained, explained
from pactwright.what_if import standing
from tests.stories import ROOT


@cache
def told() -> Explained:
    return explained(standing(ROOT / "examples" / "startup-pilot" / "spec.yml"))


def test_an_issue_says_on_what_it_rests_who_bears_what_and_what_nobody_chose() -> None:
    [costs] = [each for each in told().issues if each.issue == "funding/costs"]
    assert costs.rests_on == ("a partner is paid money", "at least 2 milestones are listed")
    assert [each.said for each in costs.bears if each.id == "cost-overrun"] == ["the Company"]
    assert all(each.clause.partition(".")[0] == costs.clause for each in costs.bears)
    values = {each.name: (each.value, each.is_default) for each in costs.values}
    assert values["virement_pct"] == ("10", True)
    assert values["voted_until"] == ("2028-06-30", False)
    why = {each.option: each.why for each in costs.passed_over}
    assert why["sponsor-share"] == "It requires that at least 3 parties sign and there is a budget."


def test_issues_stand_as_in_the_document_and_what_it_lacks_stands_last() -> None:
    clauses = [each.clause for each in told().issues]
    held = [int(each) for each in clauses if each]
    assert held == sorted(held)
    assert clauses[len(held) :] == [""] * (len(clauses) - len(held))


def test_the_record_keeps_to_its_schema() -> None:
    schema = json.loads((ROOT / "templates" / "explain.schema.json").read_text("utf-8"))
    assert list(Draft202012Validator(schema).iter_errors(record_data(EXPLAINED, told()))) == []
