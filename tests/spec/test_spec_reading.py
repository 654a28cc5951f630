"""A spec comes in whole or not at all, and every problem is told at once."""

# ruff: noqa: E501 - whole messages stand in these tests

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from pydantic import ValidationError

from pactwright.errors import InputError
from pactwright.forms import fields_of, is_list
from pactwright.spec import Money, Spec, json_schema, spec_from
from pactwright.spec.base import SpecGroup, Vocabulary
from pactwright.textfile import Tree, parsed, read_text
from tests.typed import leaves

Told = Callable[..., list[str]]
Read = Callable[..., Spec]

FULL = Path(__file__).with_name("full.yml")
SMALL = """\
schema: 1
jurisdiction: au-nsw
project: {title: T}
parties:
  city: {name: Example City, side: public, kind: council, called: the Council}
  acme: {name: Acme, side: partner, kind: company, called: the Company}
"""


def test_a_spec_that_says_everything_is_read() -> None:
    tree, places = parsed(read_text(FULL), str(FULL))
    spec = spec_from(tree, places)
    assert spec.parties["city"].departments[0].name == "City Transport"
    assert spec.pilot.start == date(2027, 1, 1)
    assert spec.funding.price == Money(Decimal(25000), "AUD", "exclusive")
    assert spec.datasets["air"].class_ == "project"
    assert spec.choices["liability/cap"].option == "contribution-multiple"
    assert spec.choices["liability/cap"].parameters == {"multiple": "2", "seats": {"city": "3"}}
    assert spec.choices["ip/project-ip"].option == "partner-licence"
    assert places.place("datasets.air.class") == f"{FULL}:154:5"


def test_the_full_spec_uses_every_key_that_there_is() -> None:
    """Because a key that no test reads may be a key that nobody can use."""
    tree, marks = parsed(FULL.read_text(encoding="utf-8"), "full.yml")
    assert not list(_unused(spec_from(tree, marks)))


def _unused(group: SpecGroup) -> Iterator[str]:
    for key, field in fields_of(type(group)).items():
        value = getattr(group, field.name)
        if value == field.info.default:
            yield f"{type(group).__name__}.{key}"
        below = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else (value,)
        for part in [part for part in below if isinstance(part, SpecGroup)][:1]:
            yield from _unused(part)


def test_a_small_spec_is_enough_and_the_rest_is_not_known(spec: Read) -> None:
    small = spec("date:\nmoney:\npilot: {start: }\n")
    assert (small.date, small.money.currency, small.pilot.start, small.milestones) == (None, None, None, {})
    assert [key for key, _ in small.signing()] == ["city", "partner"]


def test_a_spec_cannot_be_changed(spec: Read) -> None:
    with pytest.raises(ValidationError, match="frozen"):
        spec().project.title = "Another"  # type: ignore[misc] # what mypy says of it, too


def test_specs_that_say_the_same_are_equal_however_it_is_typed(spec: Read) -> None:
    assert spec("funding: {price: 25000}\n") == spec("funding: {price: '25,000'}\n") != spec()


def test_a_changed_copy_of_a_spec_gives_its_own_values(spec: Read) -> None:
    """Because what was once worked out of a spec must not speak for another one."""
    first = spec("funding: {price: EUR 1}\nopen: [{fact: sides}]\n")
    before = [*first.values], [*first.amounts], first.is_open("sides.partner")
    changed = first.model_copy(update={"funding": spec("funding: {budget: EUR 2}\n").funding, "open": ()})
    assert [*changed.amounts] == [("funding.budget", Money(Decimal(2), "EUR"))]
    assert not changed.is_open("sides.partner")
    assert before == ([*first.values], [*first.amounts], True)


def test_every_value_is_given_once_at_its_address_in_the_order_of_the_form() -> None:
    tree, marks = parsed(FULL.read_text(encoding="utf-8"), "full.yml")
    addresses = [address for address, _ in spec_from(tree, marks).values]
    typed = [address for address, _ in leaves(tree) if not address.startswith("choices.")]
    assert sorted(each for each in addresses if not each.startswith("choices.")) == sorted(typed)
    assert list(dict.fromkeys(each.partition(".")[0] for each in addresses)) == list(fields_of(Spec))


def test_words_of_a_library_are_held_against_its_vocabulary_beside_all_else() -> None:
    tree, marks = parsed(SMALL.replace("au-nsw", "au-nws") + "model: pilot\ndate: soon\n", "spec.yml")
    with pytest.raises(InputError) as caught:
        spec_from(tree, marks, vocabulary={"jurisdictions": ("au-nsw", "nz"), "models": ("pilots", "alliance")})
    assert [str(each) for each in caught.value.findings] == [
        'spec.yml:2:1: error: unknown-jurisdiction: "au-nws" is not a jurisdiction; one of au-nsw, nz; did you mean "au-nsw"?',
        'spec.yml:7:1: error: unknown-model: "pilot" is not a model; one of pilots, alliance; did you mean "pilots"?',
        'spec.yml:8:1: error: date: "soon" is not a date; year-month-day, such as 2026-12-01',
    ]


def test_a_key_that_nobody_knows_is_refused_also_when_nothing_stands_there(spec: Read) -> None:
    with pytest.raises(InputError) as caught:
        spec("mystery:\n")
    assert [each.rule for each in caught.value.findings] == ["unknown-key"]


def test_an_independent_party_and_one_in_formation_do_not_sign_unless_told(spec: Read) -> None:
    party = "{name: N%d, side: %s, kind: company, called: the %s, %s}"
    more = "".join(
        f"  p{number}: {party % (number, side, f'Body {number}', rest)}\n"
        for number, (side, rest) in enumerate(
            [
                ("independent", "roles: [evaluator]"),
                ("independent", "signs: yes"),
                ("partner", "signs: no"),
                ("partner", "formation: {stands_in: partner}"),
            ]
        )
    )
    assert [key for key, _ in spec(more).signing()] == ["city", "partner", "p1"]


WRONG = {
    "pilto: {}\n": (
        '1: error: unknown-key: "pilto" is not a key here; one of schema, model, jurisdiction, documents, '
        "date, version, project, sides, parties, outsiders, money, contributions, rewards, products, funding, "
        "milestones, datasets, ip, procurement, pilot, conditions, end_events, clock, risks, governance, papers, "
        'languages, trade_secrets, special_terms, choices, open, disputed, confirmed, approvals, sure; did you mean "pilot"?'
    ),
    "pilot: {strat: 2027-01-01}\n": (
        '9: error: unknown-key: "strat" is not a key here; one of start, end, method, goal, hours, on_behalf, installs, works_value, in_scope, '
        'out_of_scope, activities, sites, quantities, levels, gates, attachment; did you mean "start"?'
    ),
    "pilot: soon\n": "1: error: wrong-kind: a piece of text stands here; a group of keys",
    "documents: mou\n": "1: error: wrong-kind: a piece of text stands here; a list; put it in brackets: [...]",
    "documents: none\n": "1: error: wrong-kind: a piece of text stands here; a list; [] says that there is none",
    "open: {}\n": "1: error: wrong-kind: a group of keys stands here; a list",
    "date: [2026-12-01]\n": "1: error: wrong-kind: a list stands here; one piece of text",
    "risks: [fire]\n": "1: error: wrong-kind: a list stands here; a group of keys",
    "end_events: [the permit is withdrawn]\n": "14: error: wrong-kind: a piece of text stands here; a group of keys",
    "procurement: {route: no-afect}\n": (
        '15: error: procurement-route: "no-afect" is not a route; one of competitive, challenge-based, '
        'below-threshold, dialogue, per-city, market-sounding, open-call, aggregation, pre-commercial, innovation-partnership, no-effect, no-procurement; did you mean "no-effect"?'
    ),
    "pilot: {start: 2026-13-40}\n": (
        '9: error: date: "2026-13-40" is not a day of the calendar; year-month-day, such as 2026-12-01'
    ),
    "pilot: {end: 0}\n": '9: error: date: "0" is not a date; year-month-day, such as 2026-12-01',
    "funding: {at_cost: true}\n": '11: error: yes-no: "true" is neither yes nor no; yes or no; did you mean yes?',
    "outsiders: {fund: {match_pct: 101}}\n": '20: error: percent: "101" is more than the whole; 0 to 100',
    "funding: {price: AUD 1_000}\n": (
        '11: error: money: "AUD 1_000" is not an amount of money; such as "AUD 25,000", "25000", '
        '"EUR 1200.50 exclusive" or "nil"; write thousands with commas or with nothing between'
    ),
    "version: '  '\n": "1: error: text-empty: nothing but space; words, or leave the line out until they are known",
    "choices: {liability/cap: [a]}\n": (
        "11: error: wrong-kind: a list stands here; an option, or a group with option, reason, ..."
    ),
}


@pytest.mark.parametrize(("more", "said"), WRONG.items())
def test_a_wrong_fact_says_where_what_and_what_is_right(told: Told, more: str, said: str) -> None:
    assert told(more) == [f"spec.yml:16:{said}"]


def test_a_title_is_one_line_of_at_most_200_characters(told: Told) -> None:
    assert told(title="x" * 201) == [
        "spec.yml:4:3: error: text-length: 201 characters; at most 200; put the detail in an attachment"
    ]
    assert told(title='"two\\nlines"') == [
        'spec.yml:4:3: error: text-line: "two lines" runs over more than one line; one line without tabs'
    ]
    assert told(title="x" * 200) == []


def test_missing_facts_say_what_they_are_for() -> None:
    tree, marks = parsed("schema: 1\nproject:\n  description: Some\n", "spec.yml")
    with pytest.raises(InputError) as caught:
        spec_from(tree, marks)
    assert str(caught.value).split("\n") == [
        (
            "spec.yml:1:1: error: missing-key: jurisdiction is missing; The place whose law applies, by its id. "
            'For example: "au-nsw"; add jurisdiction:'
        ),
        "spec.yml:1:1: error: missing-key: parties is missing; Who takes part, each under an id of its own; add parties:",
        (
            "spec.yml:2:1: error: missing-key: title is missing; The name of the project, on one line. "
            'For example: "Kerb-side air quality pilot"; add title:'
        ),
    ]


def test_what_stands_in_for_a_missing_name_is_never_too_long_to_be_one() -> None:
    """Because reading would go on for ever: what stands in is made of the party's own id."""
    party = f"  {'a' * 250}: {{side: partner, kind: company, called: the Other Company}}\n"
    with pytest.raises(InputError) as caught:
        spec_from(*parsed(SMALL + party, "spec.yml"))
    assert [each.rule for each in caught.value.findings] == ["missing-key", "id-form", "side-names"]


def test_an_unknown_version_of_the_form_is_refused() -> None:
    with pytest.raises(InputError, match=r'spec\.yml:1:1: error: schema: "2" is not a version of the spec; 1'):
        spec_from(*parsed("schema: 2\njurisdiction: x\nproject: {title: x}\nparties: {}\n", "spec.yml"))


def test_all_problems_are_told_in_one_run_in_the_order_of_the_file(vocabulary: Vocabulary) -> None:
    """Because one bad line must not hide the next: wrong words, unknown keys and dangling names come together."""
    text = """\
schema: 1
jurisdiction: au-nsw
date: tomorrow
project:
  titel: Kerb
parties:
  city:
    name: Example City Council
    side: publik
    kind: council
    called: the Council
  partner:
    name: Acme Pty Ltd
    side: partner
    kind: company
    called: the Sensor Company
    signs_for: [other]
  other:
    name: ACME  Pty Ltd
    side: partner
    signs: no
    called: the City
milestones:
  m1: {payer: citi, amount: -5}
pilot:
  start: 2026-12-01
  end: 2026-11-01
"""
    with pytest.raises(InputError) as caught:
        spec_from(*parsed(text, "spec.yml"), vocabulary)
    assert [(f.place, f.rule) for f in caught.value.findings] == [
        ("spec.yml:3:1", "date"),
        ("spec.yml:5:3", "unknown-key"),
        ("spec.yml:9:5", "party-side"),
        ("spec.yml:12:3", "authority"),
        ("spec.yml:18:3", "missing-key"),
        ("spec.yml:19:5", "party-name"),
        ("spec.yml:20:5", "side-names"),
        ("spec.yml:22:5", "called-role"),
        ("spec.yml:24:8", "unknown-party"),
        ("spec.yml:24:21", "money"),
        ("spec.yml:27:3", "pilot-dates"),
    ]


def test_rubbish_ends_after_a_hundred_problems(told: Told) -> None:
    assert len(told("".join(f"x{number}: y\n" for number in range(5000)))) <= 101
    assert len(told("rewards:\n" + "  - {party: x}\n" * 5000)) <= 101


def test_a_file_is_named_as_it_was_typed(tmp_path: Path) -> None:
    path = tmp_path / "spec.yml"
    path.write_text("schema: 1\nschema: 1\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        parsed(read_text(path), str(path))
    assert str(caught.value).startswith(f"{path}:2:1: error: yaml-duplicate-key: ")


def _models(model: type[SpecGroup]) -> Iterator[type[SpecGroup]]:
    yield model
    for below in model.__subclasses__():
        yield from _models(below)


def test_every_key_is_explained_in_one_sentence_with_an_example_where_one_types_something() -> None:
    for model in list(_models(SpecGroup))[1:]:
        if not model.__module__.startswith("pactwright."):
            continue
        assert model.__doc__
        for key, field in fields_of(model).items():
            assert field.info.description, (model, key)
            assert field.info.description.endswith("."), (model, key)
            assert len(field.info.description) <= 120, (model, key)


def test_the_examples_of_the_form_are_accepted_by_the_form() -> None:
    """Because an example that is refused teaches the wrong thing."""
    required: dict[str, dict[str, Tree]] = {
        "Project": {"title": "T"},
        "Party": {"name": "N", "side": "public", "kind": "council", "called": "the C"},
        "OpenFact": {"fact": "date"},
        "Confirmation": {"by": "B", "date": "2026-11-20"},
        "Departure": {"fact": "date", "party": "city", "value": "v", "by": "B", "date": "2026-11-20"},
        "Version": {"value": "1", "source": "s"},
        "Dispute": {"fact": "date", "values": []},
        "Spec": {"schema": "1", "jurisdiction": "x", "project": {"title": "T"}, "parties": {}},
    }
    for model in list(_models(SpecGroup))[1:]:
        for key, field in fields_of(model).items():
            for example in field.info.examples or ():
                typed = [example] if is_list(field.form) else example
                model.model_validate({**required.get(model.__name__, {}), key: typed})


def test_the_schema_for_editors_knows_every_key_and_every_closed_list(vocabulary: Vocabulary) -> None:
    schema = json_schema(vocabulary)
    json.dumps(schema)
    assert schema["additionalProperties"] is False
    assert tuple(schema["properties"]) == (*fields_of(Spec), "include")
    assert schema["required"] == ["schema", "jurisdiction", "project", "parties"]
    party = schema["$defs"]["Party"]
    assert party["required"] == ["name", "side", "kind", "called"]
    assert party["properties"]["side"]["enum"] == ["public", "partner", "independent"]
    assert party["properties"]["registration"]["description"] == "Its number in a public register."
    assert {"type": "null"} in party["properties"]["formation"]["anyOf"]
    assert party["properties"]["kind"]["enum"] == list(vocabulary["kinds"])
    assert party["properties"]["roles"]["anyOf"][0]["items"]["enum"] == list(vocabulary["party_roles"])
    assert "words-of" not in json.dumps(schema)
    assert schema["properties"]["parties"] == {
        "description": "Who takes part, each under an id of its own.",
        "type": "object",
        "patternProperties": {"^[a-z][a-z0-9-]*$": {"$ref": "#/$defs/Party"}},
        "additionalProperties": False,
    }


@pytest.mark.parametrize("module", ["pactwright.textfile", "pactwright.spec", "pactwright.spec.amounts"])
def test_dates_and_amounts_need_no_pydantic(module: str) -> None:
    code = f"import sys, {module}; sys.exit('pydantic' in sys.modules)"
    path = {"PYTHONPATH": ":".join(sys.path)}
    assert subprocess.run([sys.executable, "-c", code], check=False, env=path).returncode == 0


def test_no_group_of_the_spec_is_built_before_a_spec_is_read() -> None:
    """Because most groups are read inside the whole, and a start would wait for each to be built by itself."""
    code = (
        "import pactwright.spec.reading\n"
        "from pactwright.spec.base import SpecGroup\n"
        "print([each.__name__ for each in SpecGroup.__subclasses__() if each.__pydantic_complete__])"
    )
    path = {"PYTHONPATH": ":".join(sys.path)}
    done = subprocess.run([sys.executable, "-c", code], check=True, env=path, capture_output=True, text=True)
    assert done.stdout.splitlines() == ["[]"]


def test_a_spec_of_a_megabyte_is_checked_in_seconds() -> None:
    """Because a check that looks at every pair would take a day: bounded time is a promise."""
    party = "  p{0}: {{name: N{0}, side: partner, kind: company, called: the N{0}, formation: {{}}}}\n"
    text = SMALL + "".join(map(party.format, range(2000))) + "open:\n" + "- fact: parties\n" * 20_000
    start = time.process_time()
    assert len(spec_from(*parsed(text, "spec.yml")).parties) == 2002
    assert time.process_time() - start < 20
