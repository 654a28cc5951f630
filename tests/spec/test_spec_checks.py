"""What the parts of a spec must say of each other: each rule has a spec that breaks it."""

# ruff: noqa: E501, RUF001 - whole messages stand in these tests, and look-alike letters are their subject

from __future__ import annotations

from collections.abc import Callable

import pytest

from pactwright.spec.checks import CHECKS

Told = Callable[..., list[str]]

OTHER = "  other: {name: Other Pty Ltd, side: partner, kind: company, called: the Other Company, %s}\n"
SIDES = "sides: {partner: {one: Company, many: Companies}}\n"

BROKEN: dict[str, list[tuple[str, dict[str, str], str]]] = {
    "id-form": [
        (
            "datasets: {Air_1: {}}\n",
            {},
            (
                'spec.yml:16:12: error: id-form: "Air_1" is not a short name; lower-case letters, digits and hyphens, '
                'a letter first, at most 40; for example "air-1"'
            ),
        ),
        (
            "choices: {cap: low-fixed}\n",
            {},
            'spec.yml:16:11: error: id-form: "cap" is not the id of an issue; topic/issue, such as liability/cap',
        ),
    ],
    "unknown-party": [
        (
            "milestones: {m1: {payer: partnr}}\n",
            {},
            (
                'spec.yml:16:19: error: unknown-party: "partnr" is not a party; one of city, partner; '
                'did you mean "partner"?'
            ),
        ),
        (
            "risks: {r: {owner: everyone}}\n",
            {},
            'spec.yml:16:13: error: unknown-party: "everyone" is not a party; one of city, partner, shared',
        ),
        (
            "risks: {r: {shares: {city: 50, partnr: 50}}}\n",
            {},
            (
                'spec.yml:16:32: error: unknown-party: "partnr" is not a party; one of city, partner; '
                'did you mean "partner"?'
            ),
        ),
        (
            "outsiders: {rail: {}}\npilot: {sites: {s: {owner: reil}}}\n",
            {},
            (
                'spec.yml:17:21: error: unknown-party: "reil" is not a party or an outsider; one of city, partner, rail; '
                'did you mean "rail"?'
            ),
        ),
        (
            "open: [{fact: date, owner: nobody}]\n",
            {},
            'spec.yml:16:21: error: unknown-party: "nobody" is not a party; one of city, partner',
        ),
    ],
    "unknown-address": [
        (
            "open: [{fact: pilot.strat}]\n",
            {},
            (
                'spec.yml:16:9: error: unknown-address: "pilot.strat" is no place in this spec: no "strat"; '
                "one of start, end, method, in_scope, out_of_scope, activities, sites, quantities, attachment; "
                'did you mean "start"?'
            ),
        ),
        (
            "open: [{fact: parties.citi.email}]\n",
            {},
            (
                'spec.yml:16:9: error: unknown-address: "parties.citi.email" is no place in this spec: no "citi"; '
                'one of city, partner; did you mean "city"?'
            ),
        ),
        (
            "open: [{fact: contributions.0.value}]\n",
            {},
            (
                'spec.yml:16:9: error: unknown-address: "contributions.0.value" is no place in this spec; '
                "a place of this spec, topic/issue or topic/issue.parameter"
            ),
        ),
        (
            "open: [{fact: rewards.0.waht}]\nrewards: [{what: a reference}]\n",
            {},
            (
                'spec.yml:16:9: error: unknown-address: "rewards.0.waht" is no place in this spec: no "waht"; '
                'one of party, what; did you mean "what"?'
            ),
        ),
        (
            "open: [{fact: clock..starts}]\n",
            {},
            (
                'spec.yml:16:9: error: unknown-address: "clock..starts" is no place in this spec: no ""; '
                "one of starts, confirmed_by"
            ),
        ),
        (
            "open: [{fact: liability/Cap}]\n",
            {},
            (
                'spec.yml:16:9: error: unknown-address: "liability/Cap" is no place in this spec; '
                "a place of this spec, topic/issue or topic/issue.parameter"
            ),
        ),
    ],
    "one-version": [
        (
            "disputed: [{fact: date, values: [{value: a, source: b}, {value: a, source: c}]}]\n",
            {},
            (
                'spec.yml:16:25: error: one-version: "date" has one value only; two different values; '
                "fill the fact in, or name the other value"
            ),
        ),
    ],
    "public-body": [
        (
            SIDES,
            {"side": "side: partner", "council": "the First Company"},
            (
                "spec.yml:5:1: error: public-body: no public body signs; at least one signing party with side: public; "
                'give the city\'s entry "side: public", or take its "signs: no" away'
            ),
        ),
        (
            "",
            {"side": "side: public\n    signs: no"},
            (
                "spec.yml:5:1: error: public-body: no public body signs; at least one signing party with side: public; "
                'give the city\'s entry "side: public", or take its "signs: no" away'
            ),
        ),
    ],
    "side-names": [
        (
            OTHER % "",
            {},
            (
                "spec.yml:16:32: error: side-names: 2 parties sign on the partner side, which has no common name; "
                "sides: {partner: {one: ..., many: ...}}; name one of them and all of them"
            ),
        ),
    ],
    "authority": [
        (
            OTHER % "signs_for: [partner]" + SIDES,
            {},
            (
                'spec.yml:16:3: error: authority: "other" signs for partner and the spec does not say by what right; '
                "what lets it sign for others; add authority:"
            ),
        ),
        (
            OTHER % "signs_for: [other], authority: deed" + SIDES,
            {},
            'spec.yml:16:101: error: authority: "other" signs for itself; other parties; take it out',
        ),
    ],
    "stands-in": [
        (
            OTHER % "formation: {by: 2027-01-01}",
            {},
            (
                'spec.yml:16:89: error: stands-in: "other" does not exist yet and nobody stands in for it; '
                "the id of another party; name the party that is bound until it exists"
            ),
        ),
        (
            OTHER % "formation: {stands_in: other}",
            {},
            (
                'spec.yml:16:101: error: stands-in: "other" does not exist yet and nobody stands in for it; '
                "the id of another party; name the party that is bound until it exists"
            ),
        ),
    ],
    "community-body": [
        (
            (OTHER % "").replace("kind: company", "kind: community-body") + SIDES,
            {},
            (
                'spec.yml:16:3: warning: community-body: "other" is a community body without a registration and may not '
                "be able to contract; a number in a public register; add registration:, or let a registered body sign for it"
            ),
        ),
    ],
    "party-name": [
        (
            "",
            {"partner": "Example City Council"},
            'spec.yml:12:5: error: party-name: "Example City Council" is also parties.city.name; a name of its own',
        ),
        (
            "",
            {"partner": "EXAMPLE   City council"},
            (
                'spec.yml:12:5: error: party-name: "EXAMPLE City council" looks like "Example City Council" '
                "(parties.city.name); a name of its own"
            ),
        ),
        (
            "",
            {"partner": "Example City C\u043euncil"},
            (
                'spec.yml:12:5: error: party-name: "Example City C\u043euncil" looks like "Example City Council" '
                "(parties.city.name); a name of its own; retype it: it holds U+043E CYRILLIC SMALL LETTER O"
            ),
        ),
        (
            "",
            {"city": "Acme", "partner": "\u0410cme"},
            (
                'spec.yml:12:5: error: party-name: "\u0410cme" looks like "Acme" (parties.city.name); a name of its own; '
                "retype it: it holds U+0410 CYRILLIC CAPITAL LETTER A"
            ),
        ),
        (
            "",
            {"city": "Acme", "partner": "Ac\u200bme"},
            (
                'spec.yml:12:5: error: party-name: "Ac\u200bme" looks like "Acme" (parties.city.name); a name of its own; '
                "retype it: it holds U+200B ZERO WIDTH SPACE"
            ),
        ),
    ],
    "party-called": [
        (
            (OTHER % "").replace("the Other Company", "The sensor company") + SIDES,
            {},
            (
                'spec.yml:16:62: error: party-called: "The sensor company" looks like "the Sensor Company" '
                "(parties.partner.called); words of its own"
            ),
        ),
    ],
    "called-role": [
        (
            "",
            {"called": "the City"},
            (
                'spec.yml:15:5: error: called-role: "the City" is a word for the public side; '
                "a name of its own, such as the Sensor Company"
            ),
        ),
        (
            "sides: {public: {one: Agency, many: Agencies}}\n",
            {"called": "the Agency"},
            (
                'spec.yml:15:5: error: called-role: "the Agency" is a word for the public side; '
                "a name of its own, such as the Sensor Company"
            ),
        ),
        (
            "",
            {"called": "the Party"},
            (
                'spec.yml:15:5: error: called-role: "the Party" is a word for any party; '
                "a name of its own, such as the Sensor Company"
            ),
        ),
    ],
    "pilot-dates": [
        (
            "pilot: {start: 2027-06-30, end: 2027-01-01}\n",
            {},
            (
                "spec.yml:16:28: error: pilot-dates: 2027-01-01 is before the start; a day on or after 2027-06-30, the start; "
                "swap the two days?"
            ),
        ),
    ],
    "milestone-dates": [
        (
            "pilot: {start: 2027-01-01}\nmilestones: {m1: {due: 2026-01-31}}\n",
            {},
            (
                "spec.yml:17:19: warning: milestone-dates: 2026-01-31 is before the pilot starts (2027-01-01); "
                "check the year, or that the agreement is in force on that day"
            ),
        ),
        (
            "pilot: {end: 2027-01-01}\nmilestones: {m1: {due: 2027-01-31}}\n",
            {},
            (
                "spec.yml:17:19: warning: milestone-dates: 2027-01-31 is after the pilot ends (2027-01-01); "
                "check the year, or that the agreement is in force on that day"
            ),
        ),
    ],
    "rate-rule": [
        (
            "money: {currency: AUD}\nfunding: {budget: 50, price: EUR 10}\n",
            {},
            (
                "spec.yml:17:23: error: rate-rule: amounts stand in AUD and EUR and nothing says at which rate; "
                "one currency, or money: {rate_rule: ...}"
            ),
        ),
        (
            "funding: {price: EUR 10, budget: USD 20}\n",
            {},
            (
                "spec.yml:16:26: error: rate-rule: amounts stand in EUR and USD and nothing says at which rate; "
                "one currency, or money: {rate_rule: ...}"
            ),
        ),
    ],
    "milestone-sum": [
        (
            "funding: {price: AUD 30}\nmilestones: {m1: {amount: AUD 10}, m2: {amount: AUD 10}}\n",
            {},
            (
                "spec.yml:17:41: error: milestone-sum: the milestones add up to 20 and the price is 30; "
                "milestones that add up to funding.price"
            ),
        ),
    ],
    "risk-shares": [
        (
            "risks: {r: {owner: shared, shares: {city: 40, partner: 50}}}\n",
            {},
            "spec.yml:16:28: error: risk-shares: the shares are 90 together; 100 together",
        ),
        (
            "risks: {r: {owner: city, shares: {city: 40, partner: 60}}}\n",
            {},
            (
                'spec.yml:16:26: error: risk-shares: the risk is shared out and also borne by "city"; shares, or one owner; '
                "write owner: shared"
            ),
        ),
    ],
}


@pytest.mark.parametrize(
    ("more", "swap", "said"), [case for cases in BROKEN.values() for case in cases], ids=lambda value: str(value)[:40]
)
def test_a_planted_mistake_is_found_and_nothing_else(told: Told, more: str, swap: dict[str, str], said: str) -> None:
    assert told(more, **swap) == [said]


def test_every_rule_has_a_spec_that_breaks_it() -> None:
    assert BROKEN.keys() == CHECKS.keys()
    for rule, cases in BROKEN.items():
        assert all(f": {rule}: " in said for _, _, said in cases)


@pytest.mark.parametrize("rule", CHECKS)
def test_the_docstring_of_a_rule_is_its_manual_page(rule: str) -> None:
    manual = CHECKS[rule].__doc__ or ""
    assert manual.startswith("Looks for ")
    assert manual.index("\n    Why: ") < manual.index("\n    Bad: ") < manual.index("\n    Good: ")


@pytest.mark.parametrize(
    "more",
    [
        OTHER % "signs_for: [partner]" + SIDES + "open: [{fact: parties.other.authority}]\n",
        OTHER % "formation: {by: 2027-01-01}" + "open: [{fact: parties.other.formation.stands_in}]\n",
        OTHER % "" + "open: [{fact: sides}]\n",
        "funding: {price: EUR 10, budget: USD 20}\nopen: [{fact: money.rate_rule}]\n",
    ],
)
def test_what_the_spec_itself_calls_open_is_no_mistake(told: Told, more: str) -> None:
    assert told(more) == []


@pytest.mark.parametrize(
    "fact",
    [
        "date",
        "parties.partner.signatories",
        "parties.partner.lead.email",
        "contributions.0.value",
        "datasets.air.class",
        "pilot.sites.north.quantity",
        "liability/cap",
        "liability/cap.multiple",
        "liability/cap.seats.city",
        "choices.liability/cap.multiple",
    ],
)
def test_every_kind_of_address_can_be_open(told: Told, fact: str) -> None:
    things = "contributions: [{party: city}]\ndatasets: {air: {}}\npilot: {sites: {north: {}}}\n"
    assert told(f"{things}open: [{{fact: {fact}}}]\n") == []


@pytest.mark.parametrize(
    "name", ["Acme Sensors Pty", "Exåmple City Council", "Example City Council 2", "Δήμος Αθηναίων"]
)
def test_names_that_differ_on_paper_are_two_names(told: Told, name: str) -> None:
    assert told(partner=name) == []


def test_names_in_another_script_that_differ_in_case_only_are_one(told: Told) -> None:
    said = told(city="Город Вена", partner="ГОРОД ВЕНА")
    assert [line.split(": ")[2] for line in said] == ["party-name"]


def test_warnings_stop_nothing_and_errors_bring_them_along(told: Told) -> None:
    late = "pilot: {end: 2027-01-01}\nmilestones: {m1: {due: 2027-01-31}, m2: {payer: nobody}}\n"
    assert [line.split(": ")[1:3] for line in told(late)] == [
        ["warning", "milestone-dates"],
        ["error", "unknown-party"],
    ]
