"""What the parts of a spec must say of each other: each rule has a spec that breaks it."""

# ruff: noqa: RUF001 - look-alike letters are a subject of these tests

from __future__ import annotations

from collections.abc import Callable

import pytest

from pactwright.spec.checks import CHECKS

Told = Callable[..., list[str]]

OTHER = "  other: {name: Other Pty Ltd, side: partner, kind: company, called: the Other Company, %s}\n"
NO_PUBLIC_BODY = (
    "5:1: error: no public body signs; at least one signing party with side: public; "
    'give the city\'s entry "side: public", or take its "signs: no" away'
)
SIDES = "sides: {partner: {one: Company, many: Companies}}\n"

# by rule: lines behind the small spec (the first is line 16), and what is said
BROKEN: dict[str, dict[str, str]] = {
    "id-form": {
        "datasets: {Air_1: {}}\n": (
            '16:12: error: "Air_1" is not a short name; '
            'lower-case letters, digits and hyphens, a letter first, at most 40; for example "air-1"'
        ),
        "choices: {cap: low-fixed}\n": (
            '16:11: error: "cap" is not the id of an issue; topic/issue, such as liability/cap'
        ),
    },
    "share-bands": {
        "funding: {bands: [{from_pct: 0, to_pct: 100, partner_pct: 40}, {from_pct: 90, partner_pct: 60}]}\n": (
            "16:65: error: from_pct is 90; 100"
        ),
    },
    "idle-target": {
        "funding: {price: AUD 48000, target_cost: AUD 40000}\n": (
            "16:29: warning: a target cost of 40,000 decides nothing beside funding.price; one of the two"
        ),
        "funding: {target_cost: AUD 40000}\nmilestones: {m1: {deliverable: A map}}\n": (
            "16:11: warning: a target cost of 40,000 decides nothing beside milestones; one of the two"
        ),
    },
    "unknown-party": {
        "milestones: {m1: {payer: partnr}}\n": (
            '16:19: error: "partnr" is not a party; one of city, partner; did you mean "partner"?'
        ),
        "risks: {r: {owner: everyone}}\n": (
            '16:13: error: "everyone" is not a party or an outsider; one of city, partner, shared, each-own, outside'
        ),
        "risks: {r: {shares: {city: 50, partnr: 50}}}\n": (
            '16:32: error: "partnr" is not a party; one of city, partner; did you mean "partner"?'
        ),
        "outsiders: {rail: {}}\npilot: {sites: {s: {owner: reil}}}\n": (
            '17:21: error: "reil" is not a party or an outsider; one of city, partner, rail; did you mean "rail"?'
        ),
        "open: [{fact: date, owner: nobody}]\n": '16:21: error: "nobody" is not a party; one of city, partner',
    },
    "unknown-address": {
        "open: [{fact: pilot.strat}]\n": (
            '16:9: error: "pilot.strat" is no place in this spec: no "strat"; '
            "one of start, end, method, goal, hours, on_behalf, installs, works_value, in_scope, out_of_scope, "
            'activities, sites, quantities, levels, gates, attachment; did you mean "start"?'
        ),
        "open: [{fact: parties.citi.email}]\n": (
            '16:9: error: "parties.citi.email" is no place in this spec: no "citi"; one of city, partner; '
            'did you mean "city"?'
        ),
        "open: [{fact: contributions.0.value}]\n": (
            '16:9: error: "contributions.0.value" is no place in this spec; '
            "a place of this spec, topic/issue or topic/issue.parameter"
        ),
        "open: [{fact: rewards.0.waht}]\nrewards: [{what: a reference}]\n": (
            '16:9: error: "rewards.0.waht" is no place in this spec: no "waht"; one of party, what, reward, giver, by; '
            'did you mean "what"?'
        ),
        "open: [{fact: clock..starts}]\n": (
            '16:9: error: "clock..starts" is no place in this spec: no ""; one of starts, confirmed_by'
        ),
        "open: [{fact: liability/Cap}]\n": (
            '16:9: error: "liability/Cap" is no place in this spec; '
            "a place of this spec, topic/issue or topic/issue.parameter"
        ),
    },
    "disputed-value": {
        "disputed: [{fact: date, values: [{value: 2026-02-30, source: b}, {value: none, source: c}]}]\n": (
            '16:35: error: "2026-02-30" is not a day of the calendar; year-month-day, such as 2026-12-01'
        ),
    },
    "one-version": {
        "disputed: [{fact: date, values: [{value: 2026-12-01, source: b}, {value: 2026-12-01, source: c}]}]\n": (
            '16:25: error: "date" has one value only; two different values; fill the fact in, or name the other value'
        ),
    },
    "side-names": {
        OTHER % "": (
            "16:32: error: 2 parties sign on the partner side, which has no common name; "
            "sides: {partner: {one: ..., many: ...}}; name one of them and all of them"
        ),
    },
    "authority": {
        OTHER % "signs_for: [partner]" + SIDES: (
            '16:3: error: "other" signs for partner and the spec does not say by what right; '
            "what lets it sign for others; add authority:"
        ),
        OTHER % "signs_for: [other], authority: deed" + SIDES: (
            '16:101: error: "other" signs for itself; other parties; take it out'
        ),
    },
    "opening-words": {
        "    opening: Signed by our manager\n": (
            "16:5: warning: a company signs by the form of its place; these words print nowhere; "
            "kind: other, place_of_law: other, or no words; take it out"
        ),
    },
    "signed-for": {
        "    signs_for: [other]\n    authority: deed\n"
        + OTHER % "signs_for: [friend], authority: deed"
        + (OTHER % "").replace("other", "friend").replace("Other", "Friend")
        + SIDES: (
            '18:101: error: "other" signs for "friend" while "partner" signs for "other"; '
            'a party that signs for itself; let one that signs itself sign for "friend" too'
        ),
    },
    "unbound": {
        OTHER % "signs: no" + "pilot: {activities: [{what: report, who: other}]}\n": (
            '17:37: error: "other" does not sign, so nothing binds it here; one of city, partner; '
            "let it sign (signs: yes under parties.other), or name a party that signs and answers for it"
        ),
    },
    "same-party": {
        "milestones: {m1: {payer: partner, payee: partner}}\n": (
            '16:19: error: "partner" is also the payee of this milestone; a payer and a payee that differ'
        ),
        "datasets: {air: {controller: city, processor: city}}\n": (
            '16:36: error: "city" also decides about this data set, and handles it for nobody but itself; '
            "another party that handles it, or none; take processor: out if no other party handles it"
        ),
    },
    "signs-twice": {
        OTHER % "signatories: [{name: Jo Doe, title: Director}, {name: jo  doe}]" + SIDES: (
            '16:137: error: "jo doe" signs twice for "other"; each person once; '
            "name the other person, or take one of the two out"
        ),
    },
    "stands-in": {
        OTHER % "formation: {by: 2027-01-01}": (
            '16:89: error: "other" does not exist yet and nobody stands in for it; the id of another party; '
            "name the party that is bound until it exists"
        ),
        OTHER % "formation: {stands_in: other}": (
            '16:101: error: "other" does not exist yet and nobody stands in for it; the id of another party; '
            "name the party that is bound until it exists"
        ),
    },
    "community-body": {
        (OTHER % "").replace("kind: company", "kind: community-body") + SIDES: (
            '16:3: warning: "other" is a community body without a registration and may not be able to contract; '
            "a number in a public register; add registration:, or let a registered body sign for it"
        ),
    },
    "trustee": {
        (OTHER % "").replace("kind: company", "kind: trust") + SIDES: (
            '16:11: warning: "Other Pty Ltd" names a trust and no trustee, and a trust is no person that can contract; '
            "the trustee, and of what, such as Example Trustee Pty Ltd as trustee of the Example Family Trust"
        ),
    },
    "date-order": {
        "date: 2026-12-01\npapers: [{date: 2026-12-31}]\n": (
            "17:11: warning: 2026-12-31 is after the agreement's date, 2026-12-01 (date); a day on or before it"
        ),
    },
    "date-year": {
        "date: 0026-12-01\n": (
            "16:1: error: 0026-12-01 lies in a year that nobody can mean here; a year from 1990 to 2099"
        ),
    },
    "far-start": {
        "date: 2016-12-01\npilot: {start: 2027-01-11}\n": (
            "16:1: warning: the agreement's date, 2016-12-01, is more than two years before the pilot starts, "
            "2027-01-11 (pilot.start); check the years of both days"
        ),
    },
    "whole-amount": {
        'money: {currency: JPY}\nfunding: {price: "2,400.50"}\n': (
            "17:11: error: 2,400.50 has cents; whole JPY, which has none"
        ),
    },
    "text-currency": {
        "money: {currency: AUD}\nclock: {starts: the first USD 5 are paid}\n": (
            "17:9: warning: the text speaks of USD and the spec counts in AUD; AUD; "
            "check the amount, or add a rate_rule"
        ),
    },
    "stage-sum": {
        "funding: {price: 10, stages: [{amount: 4}, {amount: 7}]}\n": (
            "16:45: error: the stages add up to 11 and the price is 10; stages within funding.price; "
            "6 here, if the others are right"
        ),
    },
    "limits": {
        "funding: {price: 10, ceiling: 9}\n": (
            "16:11: error: the price of 10 is above the ceiling of 9; a price within funding.ceiling"
        ),
    },
    "tax-basis": {
        "funding: {price: 10 exclusive}\nmilestones: {m: {amount: 10 inclusive}}\n": (
            "17:18: error: this amount is inclusive of tax and the price is exclusive; "
            "one basis for the price and its parts"
        ),
    },
    "placeholder": {
        "pilot: {method: to be confirmed}\n": (
            '16:9: warning: "to be confirmed" says that something is still to be settled; '
            "what is meant, or nothing until it is known; or, if it is meant, sure: [pilot.method]"
        ),
        'risks: {r: {cause: "\u200b\u3164"}}\n': (
            "16:13: warning: nothing that prints: U+200B (ZERO WIDTH SPACE), U+3164 (HANGUL FILLER); "
            "what is meant, or nothing until it is known; or, if it is meant, sure: [risks.r.cause]"
        ),
    },
    "party-called": {
        (OTHER % "").replace("the Other Company", "The sensor company") + SIDES: (
            '16:62: error: "The sensor company" looks like "the Sensor Company" (parties.partner.called); '
            "words of its own"
        ),
    },
    "pilot-dates": {
        "pilot: {start: 2027-06-30, end: 2027-01-01}\n": (
            "16:28: error: 2027-01-01 is before the start; a day on or after 2027-06-30, the start; swap the two days?"
        ),
    },
    "milestone-dates": {
        "pilot: {start: 2027-01-01}\nmilestones: {m1: {due: 2026-01-31}}\n": (
            "17:19: warning: 2026-01-31 is before the pilot starts (2027-01-01); "
            "check the year, or that the agreement is in force on that day"
        ),
        "pilot: {end: 2027-01-01}\nmilestones: {m1: {due: 2027-01-31}}\n": (
            "17:19: warning: 2027-01-31 is after the pilot ends (2027-01-01); "
            "2027-01-01 at the latest, or a later pilot.end; "
            "check the year, or that the agreement is in force on that day"
        ),
    },
    "rate-rule": {
        "money: {currency: AUD}\nfunding: {budget: 50, price: EUR 10}\n": (
            "17:23: error: amounts stand in AUD and EUR and nothing says at which rate; "
            "one currency, or money: {rate_rule: ...}"
        ),
        "funding: {price: EUR 10, budget: USD 20}\n": (
            "16:26: error: amounts stand in EUR and USD and nothing says at which rate; "
            "one currency, or money: {rate_rule: ...}"
        ),
    },
    "milestone-sum": {
        "funding: {price: AUD 30}\nmilestones: {m1: {amount: AUD 10}, m2: {amount: AUD 10}}\n": (
            "17:41: error: the milestones add up to 20 and the price is 30; milestones that add up to funding.price; "
            "20 here, if the others are right"
        ),
    },
    "risk-shares": {
        "risks: {r: {owner: shared, shares: {city: 40, partner: 50}}}\n": (
            "16:28: error: the shares are 90 together; 100 together"
        ),
        "risks: {r: {owner: city, shares: {city: 40, partner: 60}}}\n": (
            '16:26: error: the risk is shared out and also borne by "city"; shares, or one owner; write owner: shared'
        ),
        "risks: {r: {owner: shared, shares: {city: 0, partner: 100}}}\n": (
            '16:28: error: a shared risk is borne by "partner" alone; shares of two or more; write owner: partner'
        ),
    },
    "same-entry": {
        "pilot: {in_scope: [A map], out_of_scope: [a map]}\n": (
            '16:43: warning: "a map" is also pilot.in_scope.0; each thing once; change one, or take it out'
        ),
    },
    "paper-rank": {
        "papers: [{title: A, rank: 1}, {title: B, rank: 1}]\n": (
            "16:42: warning: rank 1 is also papers.0.rank, so neither paper prevails where the two differ; "
            "a rank for each paper"
        ),
    },
    "option-value": {
        "funding: {option_later: none}\nprocurement: {options_value: AUD 120}\n": (
            "17:15: warning: options are worth AUD 120, and nothing may be bought later (funding.option_later); "
            "nil, or the option in words"
        ),
    },
    "no-unit": {
        "contributions: [{party: partner, quantity: 120}]\n": (
            "16:34: warning: nothing says of what there are 120; a unit:"
        ),
    },
    "huge-amount": {
        'funding: {capital: "AUD 450,000,000,000"}\n': (
            "16:11: warning: the amount is 450,000,000,000; less than 1,000,000,000; some noughts too many?"
        ),
    },
    "no-saving": {
        'funding: {savings: [{used: "9,000", factor: 102}]}\n': (
            "16:37: warning: the factor is 102; above 0 and below 10; did you mean 1.02?"
        ),
        'funding: {savings: [{used: "9,000", factor: 1.5, expected: "14,000"}]}\n': (
            "16:50: warning: 14,000 are expected to be used and 13,500 were; less than 13,500"
        ),
        'funding: {savings: [{upkeep: "900", expected_upkeep: "901"}]}\n': (
            "16:37: warning: the upkeep is expected to be 901 and was 900; at most 900"
        ),
        'funding: {running_cost: "1,000", savings: [{used: "9,000", expected: "4,000", unit_price: "0.20"}]}\n': (
            "16:11: warning: it costs 1,000 a year to run what saves 1,000.00; less than 1,000.00"
        ),
        'money: {currency: AUD}\nfunding: {running_cost: "AUD 6", savings: [{used: 9, expected: 4, unit_price: 1}]}': (
            "17:11: warning: it costs 6 a year to run what saves 5.00; less than 5.00"
        ),
    },
}
# by rule: words of the small spec that others stand in for, and what is said
REWORDED: dict[str, list[tuple[dict[str, str], str]]] = {
    "outcome-source": [
        (
            {
                "title": "A pilot\n  outcomes: [{source: the log of visits}]",
                "more": "datasets: {air: {name: Air readings}}\n",
            },
            (
                '5:15: warning: "the log of visits" names no data set, and what shows the outcome is data; '
                "one of Air readings; list it under datasets, with its holder, purpose and end, and name it here"
            ),
        ),
    ],
    "outcome-weights": [
        (
            {"title": f"A pilot\n  outcomes: [{{text: Air, weight_pct: 40}}, {{text: Noise{second}}}]"},
            said,
        )
        for second, said in (
            (", weight_pct: 50", "5:57: error: the weights are 90 together; 100 together; 60 here"),
            (", weight_pct: 70", "5:57: error: the weights are 110 together; 100 together; 60 here"),
            ("", "5:43: error: the weights are 40 together, and this one has none; 60 here"),
        )
    ],
    "called-capital": [
        (
            {"called": "company"},
            '15:5: warning: "company" has no capital letter; a name, such as the Company; did you mean "the Company"?',
        ),
    ],
    "public-body": [
        ({"side": "side: partner", "council": "the First Company", "more": SIDES}, NO_PUBLIC_BODY),
        ({"side": "side: public\n    signs: no"}, NO_PUBLIC_BODY),
    ],
    "same-body": [
        (
            {"council": "the Council\n    email: a@b.example", "more": "    email: A@b.example\n"},
            '17:5: warning: "A@b.example" is also parties.city.email; each party\'s own',
        ),
    ],
    "party-name": [
        (
            {"partner": "Example City Council"},
            '12:5: error: "Example City Council" is also parties.city.name; a name of its own',
        ),
        (
            {"partner": "EXAMPLE   City council"},
            (
                '12:5: error: "EXAMPLE City council" looks like "Example City Council" (parties.city.name); '
                "a name of its own"
            ),
        ),
        (
            {"partner": "Example City C\u043euncil"},
            (
                '12:5: error: "Example City C\u043euncil" looks like "Example City Council" (parties.city.name); '
                "a name of its own; retype it: it holds U+043E CYRILLIC SMALL LETTER O"
            ),
        ),
        (
            {"city": "Acme", "partner": "\u0410cme"},
            (
                '12:5: error: "\u0410cme" looks like "Acme" (parties.city.name); a name of its own; '
                "retype it: it holds U+0410 CYRILLIC CAPITAL LETTER A"
            ),
        ),
        (
            {"city": "Acme", "partner": "Ac\u200bme"},
            (
                '12:5: error: "Ac\u200bme" looks like "Acme" (parties.city.name); a name of its own; '
                "retype it: it holds U+200B ZERO WIDTH SPACE"
            ),
        ),
    ],
    "called-role": [
        (
            {"called": "the City"},
            '15:5: error: "the City" is a word for the public side; a name of its own, such as the Sensor Company',
        ),
        (
            {"called": "the Agency", "more": "sides: {public: {one: Agency, many: Agencies}}\n"},
            '15:5: error: "the Agency" is a word for the public side; a name of its own, such as the Sensor Company',
        ),
        (
            {"called": "the Maker", "more": OTHER % "" + "sides: {partner: {one: Maker, many: Makers}}\n"},
            (
                '15:5: error: "the Maker" is a word for any of several parties on the partner side; '
                "a name of its own, such as the Sensor Company"
            ),
        ),
        (
            {"called": "the Party"},
            '15:5: error: "the Party" is a word for any party; a name of its own, such as the Sensor Company',
        ),
    ],
}


CASES = [(rule, {"more": more}, said) for rule, cases in BROKEN.items() for more, said in cases.items()]
CASES += [(rule, spec, said) for rule, cases in REWORDED.items() for spec, said in cases]


@pytest.mark.parametrize(("rule", "spec", "said"), CASES, ids=lambda value: str(value)[:40])
def test_a_planted_mistake_is_found_and_nothing_else(told: Told, rule: str, spec: dict[str, str], said: str) -> None:
    place, level, words = said.split(": ", 2)
    assert told(**spec) == [f"spec.yml:{place}: {level}: {rule}: {words}"]


def test_every_rule_has_a_spec_that_breaks_it() -> None:
    assert BROKEN.keys() | REWORDED.keys() == CHECKS.keys()


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
