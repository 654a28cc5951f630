"""The library as people look through it: lists with filters, all that decides about an option, searching, mapping."""

from __future__ import annotations

import json
import re

import pytest
from jsonschema import Draft202012Validator

from pactwright.catalogue.mapping import mapped
from pactwright.catalogue.printed import printed_for, sizes
from pactwright.catalogue.searching import searched
from pactwright.catalogue.showing import shown
from pactwright.document import words as said_in
from tests.cli.test_manual import proposed
from tests.consoles import came_of
from tests.stories import ROOT, library, plain

LIBRARY = library("au-nsw")


def options_in(out: str) -> dict[str, list[str]]:
    """The options under each issue of a list, read from its lines."""
    found: dict[str, list[str]] = {}
    for line in out.splitlines():
        if line and not line.startswith(" "):
            found[line.split("  ")[0]] = []
        elif line:
            found[next(reversed(found))].append(line.split()[0])
    return found


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (("--issue", "liability/cap", "--stance", "lean-partner"), {"liability/cap": ["low-fixed"]}),
        (
            ("--article", "money", "--stance", "lean-partner"),
            {
                "reward/milestones": ["success-fee"],
                "funding/payment": ["advance"],
                "funding/grant": ["funding-condition"],
                "reward/avoided-cost": ["partner-recovery"],
                "reward/revenue": ["option"],
            },
        ),
        (
            ("--bad-day", "equipment-lost", "--stance", "city"),
            {"pilot/plan": ["detailed-spec"], "risk/allocation": ["partner-default"]},
        ),
        (("--place", "us-ca", "--issue", "liability"), {"liability/indemnity": ["mutual-fault", "ip-only"]}),
        (("--document", "mou", "--issue", "liability/cap"), {}),
    ],
)
def test_filters_leave_what_has_all_that_is_asked(words: tuple[str, ...], wanted: dict[str, list[str]]) -> None:
    out = came_of("clauses", "list", *words).out
    assert (options_in(out) if wanted else {}) == wanted
    assert wanted or out == "No option has all of that.\n"


def test_an_article_has_a_number_too_and_a_resource_and_a_barrier_are_filters() -> None:
    assert came_of("clauses", "list", "--article", "4").out == came_of("clauses", "list", "--article", "money").out
    out = came_of("clauses", "list", "--barrier", "fear-of-failure", "--resource", "activator").out
    both = options_in(out.partition("\n\n")[2])
    texts = {name: (ROOT / "clauses" / name / "issue.yml").read_text("utf-8") for name in both}
    assert both
    assert all("fear-of-failure" in text and "activator" in text for text in texts.values())


def test_every_unknown_word_is_told_with_the_nearest_in_one_line() -> None:
    came = came_of("clauses", "list", "--stance", "citty", "--bad-day", "equipment-los", "--article", "mony")
    assert (came.code, came.err.count("\n")) == (2, 1)
    for said in (
        '"citty" is not a stance',
        'did you mean "equipment-lost"?',
        '"mony" is not an article',
        'mean "money"?',
    ):
        assert said in came.err


def test_what_decides_about_an_option_is_shown() -> None:
    said = " ".join(came_of("clauses", "show", "liability/cap/low-fixed", "--jurisdiction", "au-nsw").out.split())
    for one in (
        "Cap at a multiple of the price (price-multiple): only where there is a price and no partners are small",
        "Low fixed cap (low-fixed): in every other case",
        "What is the most that a party can owe? AUD 50,000 where nobody says otherwise; from AUD 5,000 to AUD 250,000.",
        "usually from 2 to 5; from 1 to 20",
        "Several Only where at least 3 parties sign: If the claims of several parties together exceed a limit",
        "A place or what stands on it is damaged: whoever causes it; up to",
        "Answers on bad days Personal or confidential data is out, lawfully held or not (pay.cap)",
        "Startup in Residence, program timeline <http://startupinresidence.org/program-timeline/>",
        "The partner will say The partner will ask to drop the property limit;",
        "No lawyer has reviewed it.",
    ):
        assert one in said, one
    needs = " ".join(came_of("clauses", "show", "liability/cap/own-loss").out.split())
    assert "Needs only where no partner is paid money" in needs


@pytest.mark.parametrize(
    ("size", "said"),
    [
        ("1", "no party is liable to another party for"),
        (
            "2",
            "information of the other party, a party does not have to pay more than 3 times its Liability Cap",
        ),
        ("5", "If the claims of several parties together exceed a limit, those parties share that limit"),
    ],
)
def test_a_wording_prints_for_one_two_and_five_parties_with_example_values(size: str, said: str) -> None:
    """Through a draft: references have their numbers, and no blank is left."""
    assert size in sizes()
    option = LIBRARY.options["liability/cap"]["low-fixed"]
    kind, items = printed_for(LIBRARY, int(size), [option])["low-fixed"]
    text = plain(" ".join(said_in(each.runs) for each in items))
    assert kind == "agreement"
    assert said in text
    assert "[" not in text
    assert "a party does not have to pay more than AUD 50,000 (its Liability Cap)" in text
    assert re.search(r"Each limit in clauses? \d+\.\d", text)
    printed = shown(LIBRARY, LIBRARY.issues["liability/cap"], [option], None, {"low-fixed": (kind, items)}, "x")
    empty = [each.id for each in printed.options[0].wordings[0].items if not each.text]
    assert ("several" in empty) is (size != "5")


def test_the_made_up_projects_have_the_money_of_their_place() -> None:
    california = library("us-ca")
    option = california.options["liability/cap"]["low-fixed"]
    _, items = printed_for(california, 2, [option])["low-fixed"]
    assert "more than USD 50,000 (its Liability Cap)" in plain(said_in(items[0].runs))


def test_a_wording_prints_as_in_a_draft() -> None:
    spec = ROOT / "examples" / "startup-pilot" / "spec.yml"
    said = " ".join(plain(came_of("clauses", "show", "liability/cap/low-fixed", "--spec", spec).out).split())
    assert "more than AUD 100,000 (its Liability Cap)" in said
    assert "As it prints in “Kerb-side air quality pilot”" in said
    assert came_of("clauses", "show", "liability/cap", "--spec", spec, "--parties", "2").code == 2


def test_words_are_found_in_every_place_and_in_several_forms() -> None:
    found = searched(LIBRARY, "late payments").found
    assert "funding/payment/arrears-accept" in {each.name for each in found}
    questions = searched(LIBRARY, "most one party owe another").found
    assert (questions[0].name, questions[0].place) == ("liability/cap", "question")
    notes = [each for each in searched(LIBRARY, "property limit insured firm nothing").found if each.place == "note"]
    assert [each.name for each in notes] == ["liability/cap/low-fixed"]
    assert searched(LIBRARY, "late zebra").found == ()
    assert came_of("clauses", "search", "--", "-").code == 2


def test_a_bad_day_leads_to_the_options_that_answer_it_and_a_barrier_to_its_issues() -> None:
    [day] = mapped(LIBRARY, "equipment-lost").mapped
    [plan] = [each for each in day.issues if each.issue == "pilot/plan"]
    assert plan.options[0].option == "pilot/plan/detailed-spec"
    assert plan.options[0].does.startswith("after.dates: A plan of the works fixes what is built and how.")
    [barrier] = mapped(LIBRARY, "fear-of-failure").mapped
    assert [each.issue for each in barrier.issues][:3] == ["principles/no-blame", "risk/stop-loss", "evaluation/gates"]
    whole = came_of("clauses", "map").out
    assert whole.count("\n") > 40
    assert "no issue" not in whole
    wrong = came_of("clauses", "map", "fear-of-failur")
    assert (wrong.code, wrong.err.count("\n")) == (2, 1)
    assert 'did you mean "fear-of-failure"?' in wrong.err


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("list", ("--barrier", "fear-of-failure")),
        ("show", ("liability/cap",)),
        ("show", ("data/personal", "--parties", "2")),
        ("search", ("late", "payment")),
        ("map", ()),
    ],
)
def test_each_record_keeps_to_its_published_schema(command: str, words: tuple[str, ...]) -> None:
    schema = json.loads((ROOT / "templates" / f"clauses-{command}.schema.json").read_text("utf-8"))
    record = json.loads(came_of("clauses", command, *words, "--json").out)
    assert [each.message for each in Draft202012Validator(schema).iter_errors(record)] == []
    assert not Draft202012Validator(schema).is_valid({**record, "surprise": 1})


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (("clauses", "list", "--barrier", "fear"), ["fear-of-failure"]),
        (("clauses", "list", "--bad-day", "equipment-"), ["equipment-lost", "equipment-fails"]),
        (("clauses", "list", "--resource", "ci"), ["city-teams"]),
        (("clauses", "list", "--stance", "lean-c"), ["lean-city"]),
        (("clauses", "list", "--article", "mon"), ["money"]),
        (("clauses", "map", "f"), ["fear-of-failure", "fixed-budgets", "future-street", "funder-withdraws"]),
        (("clauses", "compare", "liability/c"), ["liability/cap"]),
    ],
)
def test_a_shell_completes_what_the_library_answers(words: tuple[str, ...], wanted: list[str]) -> None:
    assert proposed(*words) == wanted
