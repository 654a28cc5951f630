"""The tables that the program works out: each figure is worked out again here, from what the paper and the spec say."""

from __future__ import annotations

import datetime as dt
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path

import pytest

from pactwright.document import Gap, Text, words
from pactwright.drafting import Draft
from pactwright.library import computed
from pactwright.library.computed import COMPUTED
from pactwright.schedules.computed import LAST_ROWS, WORKERS
from pactwright.service import drafts_of
from pactwright.service import read as read_spec
from tests import stories
from tests.reader import read
from tests.schedules.test_tables import rows, table, two
from tests.solving import FACTS
from tests.stories import ROOT, Tree, changed, library, plain, spec_tree

PAYMENTS = ("budget", "Payments for milestones")
EXIT = ("budget", "Examples of an early end without a breach, for work that keeps to its plan")
CASH = ("budget", "Money by month, with each Milestone accepted and paid on its date")
LIMITS = ("contributions", "Limits of liability in money")
DASH = "\N{EN DASH}"
EXAMPLE = ROOT / "examples" / "startup-pilot" / "spec.yml"


def figures(draft: Draft, place: tuple[str, str]) -> list[list[str]]:
    """The rows of a table and the one that adds them up."""
    found = table(draft, *place)
    return [*rows(found), *([[plain(words(cell)) for cell in found.total]] if found.total else [])]


def test_payments_say_what_is_held_back_and_when_it_comes() -> None:
    assert figures(two(), PAYMENTS) == [
        ["Forty sensors that send data", "AUD 10,000", "AUD 1,000", "AUD 9,000"],
        ["Report on the results", "AUD 15,000.50", "AUD 1,500.05", "AUD 13,500.45"],
        ["Half of what is held back, with the last milestone", DASH, DASH, "AUD 1,250.03"],
        ["The rest, once the places are clear, less deductions", DASH, DASH, "AUD 1,250.02"],
        ["Total", "AUD 25,000.50", "AUD 2,500.05", "AUD 25,000.50"],
    ]


def test_payments_stand_only_where_something_is_held_back() -> None:
    tree = changed(spec_tree("startup-pilot"), {"choices.reward/milestones": {"holdback_pct": "0", "reason": "a test"}})
    headings = [plain(words(each.runs)) for each in stories.sound(tree).agreement.paragraphs()]
    assert EXIT[1] in headings
    assert PAYMENTS[1] not in headings


BOUGHT = {"contributions.0.bought": "yes"}


def test_a_party_that_neither_pays_nor_is_paid_has_no_month() -> None:
    lab = {"name": "Lab", "side": "independent", "kind": "university", "called": "the Lab", "signs": "yes"}
    assert {
        row[0] for row in figures(stories.draft(changed(spec_tree("startup-pilot"), {"parties.lab": lab})), CASH)
    } == {
        "the Council",
        "the Sensor Company",
    }


def test_the_money_of_each_party_by_month_names_its_lowest_point() -> None:
    assert figures(two(**BOUGHT), CASH) == [
        ["the Council", "31 March 2027", "nil", "AUD 9,000", "minus AUD 9,000"],
        ["the Council", "30 June 2027, the lowest point", "nil", "AUD 14,750.48", "minus AUD 23,750.48"],
        ["the Council", "No day: the rest of what is held back", DASH, "AUD 1,250.02", DASH],
        ["the Council", "No day: Example State Innovation Fund", "AUD 80,000", DASH, DASH],
        ["the Sensor Company", "31 January 2027, the lowest point", "nil", "AUD 20,000", "minus AUD 20,000"],
        ["the Sensor Company", "31 March 2027", "AUD 9,000", "nil", "minus AUD 11,000"],
        ["the Sensor Company", "30 June 2027", "AUD 14,750.48", "nil", "AUD 3,750.48"],
        ["the Sensor Company", "No day: the rest of what is held back", "AUD 1,250.02", DASH, DASH],
    ]


def test_what_has_no_day_is_listed_apart_and_in_no_month() -> None:
    brought = [
        {"party": "city", "kind": "cash", "what": "prizes", "value": "AUD 700", "by": "none"},
        {"party": "city", "kind": "cash", "what": "posters", "value": "AUD 300", "by": "2027-02-04"},
        {"party": "city", "kind": "cash", "what": "more", "value": "AUD 90", "by": "2027-05-04", "pledge": "yes"},
        {"party": "city", "kind": "cash", "what": "tea", "value": "nil"},
        {"party": "city", "kind": "cash", "what": "maps", "value": "EUR 50", "by": "2027-02-04"},
    ]
    tree = changed(spec_tree("startup-pilot"), {"contributions": brought, "milestones.final-report.due": None})
    found = figures(stories.draft(tree), CASH)
    assert ["the Sensor Company", "28 February 2027, the lowest point", "nil", "nil", "nil"] in found
    assert [row[1:4] for row in found if row[0] == "the Council"] == [
        ["28 February 2027", "nil", "AUD 300"],
        ["31 March 2027, the lowest point", "nil", "AUD 9,000"],
        ["No day: Report on the results", DASH, "AUD 13,500.45"],
        ["No day: half of what is held back", DASH, "AUD 1,250.03"],
        ["No day: the rest of what is held back", DASH, "AUD 1,250.02"],
        ["No day: prizes", DASH, "AUD 700"],
        ["In other money: maps", DASH, "EUR 50"],
        ["No day: Example State Innovation Fund", "AUD 80,000", DASH],
    ]


@pytest.mark.parametrize(
    ("changes", "stands"),
    [
        ({}, True),
        ({"milestones.final-report.due": None}, False),
        ({"milestones.final-report.due": None, **BOUGHT}, True),
        ({"choices.funding/payment": {"option": "advance", "reason": "a test"}}, False),
    ],
)
def test_money_by_month_stands_where_two_payments_have_a_day_and_none_comes_in_advance(
    changes: dict[str, object], *, stands: bool
) -> None:
    made = stories.draft(changed(spec_tree("startup-pilot"), changes))
    assert (CASH[1] in [plain(words(each.runs)) for each in made.agreement.paragraphs()]) is stands


def test_an_early_end_is_shown_at_the_end_of_each_month() -> None:
    first, *_, last = figures(two(), EXIT)
    # 16 of 45 days of AUD 10,000; a quarter of 25,000.50 - 3,555.56
    assert first == ["31 January 2027", "nil", "AUD 3,555.56", "AUD 5,361.24", "AUD 8,916.80"]
    assert last == ["30 June 2027", "AUD 25,000.50", "nil", "nil", "AUD 25,000.50"]


def test_a_long_work_has_twelve_rows_at_most_and_the_last_is_its_end() -> None:
    found = figures(two(**{"pilot.end": "2029-12-31", "milestones.final-report.due": "2029-12-15"}), EXIT)
    assert [row[0] for row in found][-2:] == ["30 September 2029", "31 December 2029"]
    assert len(found) == 12


def test_each_payer_has_rows_of_its_own_and_counts_its_own_part() -> None:
    tree = spec_tree("startup-pilot")
    first, second = tree["milestones"].values()
    tree["milestones"] = {"one": first, "two": second | {"payer": first["payee"], "payee": first["payer"]}}
    found = figures(stories.draft(changed(tree, {"funding.price": first["amount"]})), PAYMENTS)
    assert [row[:2] for row in found][:4:3] == [
        ["Forty sensors that send data", "the Council"],
        ["Report on the results", "the Sensor Company"],
    ]
    assert [row[-1] for row in found] == [
        "AUD 9,000", "AUD 500", "AUD 500", "AUD 13,500.45", "AUD 750.03", "AUD 750.02", "AUD 25,000.50",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        ({"option": "low-fixed", "low_fixed": "AUD 70,000"}, [["Each party", "AUD 70,000", "AUD 210,000"]]),
        (
            {"option": "one-sided", "partner_cap": "AUD 20,000"},
            [["the Sensor Company", "AUD 20,000", "AUD 60,000"]],
        ),
        (
            {"option": "price-multiple", "price_multiple": "2", "price_fixed": "AUD 45,000", "misuse_times": "2"},
            [["Each party", "the greater of AUD 45,000 and 2 times AUD 25,000.50", "AUD 50,001", "AUD 100,002"]],
        ),
        (
            {
                "option": "contribution-multiple",
                "multiple": {"city": "5", "maker": "1.5"},
                "fixed": {"city": "AUD 30,000", "maker": "AUD 30,000"},
            },
            [
                ["the Council", "the greater of AUD 30,000 and 5 times AUD 8,000", "AUD 40,000", "AUD 120,000"],
                ["the Sensor Company", "the greater of AUD 30,000 and 1.5 times AUD 400", "AUD 30,000", "AUD 90,000"],
            ],
        ),
        (
            {
                "option": "fee-or-fixed",
                "fee": {"city": "nil", "maker": "AUD 8,000"},
                "fixed": {"city": "AUD 10,000", "maker": "AUD 5,000"},
            },
            [
                ["the Council", "nil, or AUD 10,000 if that is more", "AUD 10,000", "AUD 30,000"],
                ["the Sensor Company", "AUD 8,000, or AUD 5,000 if that is more", "AUD 8,000", "AUD 24,000"],
            ],
        ),
    ],
)
def test_a_limit_stands_in_money_with_its_formula(choice: dict[str, object], said: list[list[str]]) -> None:
    brought = [
        {"party": "city", "kind": "staff", "what": "time", "value": "AUD 8,000"},
        {"party": "maker", "kind": "staff", "what": "work", "value": "AUD 400"},
        {"party": "maker", "kind": "staff", "what": "more", "value": "AUD 90,000", "pledge": "yes"},
    ]
    changes = {"contributions": brought, "choices.liability/cap": {**choice, "reason": "a test"}}
    assert figures(stories.draft(changed(spec_tree("startup-pilot"), changes)), LIMITS) == said


AT_COST = {"funding/costs": {"option": "target-cost"}, "funding/payment": {"option": "open-book"}}
CAPPED = {"option": "target-share", "pain_cap": "AUD 8,000"}
ABOVE, BELOW = "Examples of a cost above the target", "Examples of a cost below the target"
SAVED, SHARED = "What a year saves if the use is as expected", "Who has it in each year if every year saves as much"
EARNED = "What the public side has if selling brings that"
SOLD = [
    {"year": "first year", "gross": "AUD 9,000", "direct": "AUD 4,000"},
    {"year": "second year", "gross": "AUD 160,000", "direct": "AUD 5,500"},
    {"year": "third year", "gross": "AUD 1,000", "direct": "AUD 5,500"},
]


def chosen(**issues: dict[str, str]) -> Tree:
    """The choices of a deal, each with its reason; `reward_avoided_cost` is reward/avoided-cost."""
    names = {name.replace("_", "/", 1).replace("_", "-"): choice for name, choice in issues.items()}
    return {f"choices.{name}": {**choice, "reason": "a test"} for name, choice in names.items()}


@cache
def deal() -> Tree:
    """A spec that divides a cost around a target of AUD 100,000, what a project saves, and what selling brings."""
    tree = spec_tree("startup-pilot")
    for each in ("funding.has_target_cost", "funding.savings", "products.count"):
        [fact] = [name for name in FACTS if name.startswith(f"{each} is") and not name.endswith(" no")]
        tree = changed(tree, FACTS[fact])
    return changed(
        tree,
        {
            "funding.income": SOLD,
            "funding.investor": "maker",
            "products.0.seller": "maker",
            "procurement.route": "competitive",
            **{f"choices.{name}": {**choice, "reason": "a test"} for name, choice in AT_COST.items()},
            **chosen(
                risk_overrun=CAPPED,
                reward_gainshare={"option": "simple-share"},
                reward_avoided_cost={"option": "partner-recovery"},
                reward_revenue={"option": "revenue-share", "recoup": "AUD 8,000", "cap": "AUD 40,000"},
            ),
        },
    )


def example(part: str, **changes: object) -> list[list[str]]:
    """The rows of a worked example of the deal."""
    return figures(stories.sound(changed(deal(), changes)), ("risk-and-reward", part))


@pytest.mark.parametrize(
    ("part", "changes", "said"),
    [
        (  # half of what lies above 102,000, up to the fee; the next step would pass the ceiling
            ABOVE,
            {},
            [
                ["AUD 100,000", "nil", "nil", "nil", "AUD 108,000", "AUD 8,000"],
                ["AUD 105,000", "AUD 5,000", "AUD 1,500", "AUD 3,500", "AUD 111,500", "AUD 6,500"],
                ["AUD 110,000", "AUD 10,000", "AUD 4,000", "AUD 6,000", "AUD 114,000", "AUD 4,000"],
                ["AUD 120,000", "AUD 20,000", "AUD 8,000", "AUD 12,000", "AUD 120,000", "nil"],
                ["AUD 130,000", "AUD 30,000", "AUD 8,000", "AUD 22,000", "AUD 130,000", "nil"],
            ],
        ),
        (  # half of the first 5,000 above the target, and 60% of what lies above that
            ABOVE,
            chosen(risk_overrun={"option": "banded", "pain_cap": "AUD 6,000"}) | {"funding.ceiling": "AUD 118,000"},
            [
                ["AUD 100,000", "nil", "nil", "nil", "AUD 108,000", "AUD 8,000"],
                ["AUD 105,000", "AUD 5,000", "AUD 2,500", "AUD 2,500", "AUD 110,500", "AUD 5,500"],
                ["AUD 110,000", "AUD 10,000", "AUD 5,500", "AUD 4,500", "AUD 112,500", "AUD 2,500"],
            ],
        ),
        (  # nobody has to pay or work beyond 15,000
            ABOVE,
            chosen(risk_overrun={"option": "stop-loss", "overrun_limit": "AUD 15,000"}),
            [
                ["AUD 100,000", "nil", "nil", "nil", "AUD 108,000", "AUD 8,000"],
                ["AUD 105,000", "AUD 5,000", "nil", "AUD 5,000", "AUD 113,000", "AUD 8,000"],
                ["AUD 110,000", "AUD 10,000", "nil", "AUD 10,000", "AUD 118,000", "AUD 8,000"],
            ],
        ),
        (  # the public side pays the target and the fee whatever it costs, so no ceiling ends the steps
            ABOVE,
            chosen(risk_overrun={"option": "partner-bears"}),
            [
                ["AUD 100,000", "nil", "nil", "nil", "AUD 108,000", "AUD 8,000"],
                ["AUD 105,000", "AUD 5,000", "AUD 5,000", "nil", "AUD 108,000", "AUD 3,000"],
                ["AUD 110,000", "AUD 10,000", "AUD 10,000", "nil", "AUD 108,000", "minus AUD 2,000"],
                ["AUD 120,000", "AUD 20,000", "AUD 20,000", "nil", "AUD 108,000", "minus AUD 12,000"],
                ["AUD 130,000", "AUD 30,000", "AUD 30,000", "nil", "AUD 108,000", "minus AUD 22,000"],
                ["AUD 150,000", "AUD 50,000", "AUD 50,000", "nil", "AUD 108,000", "minus AUD 42,000"],
            ],
        ),
        (  # half of what lies below 98,000, at most a tenth of the target; 60% of that at the lowest score
            BELOW,
            chosen(reward_gainshare={"option": "kpi-modified-50"}),
            [
                ["AUD 70,000", "AUD 30,000", "AUD 10,000", "AUD 6,000", "AUD 20,000", "AUD 88,000", "AUD 18,000"],
                ["AUD 80,000", "AUD 20,000", "AUD 9,000", "AUD 5,400", "AUD 11,000", "AUD 97,000", "AUD 17,000"],
                ["AUD 90,000", "AUD 10,000", "AUD 4,000", "AUD 2,400", "AUD 6,000", "AUD 102,000", "AUD 12,000"],
                ["AUD 95,000", "AUD 5,000", "AUD 1,500", "AUD 900", "AUD 3,500", "AUD 104,500", "AUD 9,500"],
            ],
        ),
        (  # half of the first 5,000 below the target, and 40% of what lies below that
            BELOW,
            chosen(reward_gainshare={"option": "banded"}),
            [
                ["AUD 70,000", "AUD 30,000", "AUD 10,000", "AUD 20,000", "AUD 88,000", "AUD 18,000"],
                ["AUD 80,000", "AUD 20,000", "AUD 8,500", "AUD 11,500", "AUD 96,500", "AUD 16,500"],
                ["AUD 90,000", "AUD 10,000", "AUD 4,500", "AUD 5,500", "AUD 102,500", "AUD 12,500"],
                ["AUD 95,000", "AUD 5,000", "AUD 2,500", "AUD 2,500", "AUD 105,500", "AUD 10,500"],
            ],
        ),
        (
            SAVED,
            {},
            [
                ["power", "4,000 kWh", "AUD 880", "AUD 300", "AUD 1,180"],
                ["To run what saves, at most", DASH, DASH, DASH, "minus AUD 100"],
                ["Net Saving", "", "", "", "AUD 1,080"],
            ],
        ),
        (  # of 893.33 that the second year has beyond the capital, a tenth; the last year counts six months
            SHARED,
            {"funding.capital": "AUD 760", "choices.reward/avoided-cost.term_months": "42"},
            [
                ["1", "AUD 1,080", "AUD 648", "AUD 432", "AUD 112"],
                ["2", "AUD 1,080", "AUD 201.33", "AUD 878.67", "nil"],
                ["3", "AUD 1,080", "AUD 108", "AUD 972", "nil"],
                ["4", "AUD 540", "AUD 54", "AUD 486", "nil"],
            ],
        ),
        (
            SHARED,
            chosen(reward_avoided_cost={"option": "even", "term_months": "24"}),
            [
                ["1", "AUD 1,080", "AUD 540", "AUD 540", "AUD 3,460"],
                ["2", "AUD 1,080", "AUD 540", "AUD 540", "AUD 2,920"],
            ],
        ),
        (  # the outlay of 8,000 comes back first: 5,000 and 3,000; a year of loss is the seller's
            EARNED,
            {},
            [
                ["first year", "AUD 9,000", "AUD 5,000", "AUD 5,000", "nil", "AUD 5,000"],
                ["second year", "AUD 160,000", "AUD 154,500", "AUD 3,000", "AUD 22,725", "AUD 131,775"],
                ["third year", "AUD 1,000", "minus AUD 4,500", "nil", "nil", "minus AUD 4,500"],
                ["Total", "", "", "", "AUD 22,725", ""],
            ],
        ),
        (  # 270 is too little to be paid, 4,800 more than the most
            EARNED,
            chosen(reward_revenue={"option": "royalty", "cap": "AUD 4,000", "term_years": "2"}),
            [
                ["first year", "AUD 9,000", "nil", "AUD 9,000"],
                ["second year", "AUD 160,000", "AUD 4,000", "AUD 156,000"],
                ["Total", "", "AUD 4,000", ""],
            ],
        ),
        (  # one percent of what lies above 10,000
            EARNED,
            chosen(reward_revenue={"option": "option", "cap": "AUD 4,000", "trigger": "AUD 10,000"}),
            [
                ["first year", "AUD 9,000", "AUD 9,000", "nil", "AUD 9,000"],
                ["second year", "AUD 160,000", "AUD 1,000", "AUD 1,590", "AUD 158,410"],
                ["third year", "AUD 1,000", "nil", "nil", "AUD 1,000"],
                ["Total", "", "", "AUD 1,590", ""],
            ],
        ),
    ],
)
def test_an_example_is_worked_out_from_the_figures_of_the_parties(
    part: str, changes: Tree, said: list[list[str]]
) -> None:
    assert example(part, **changes) == said


def test_the_most_that_partners_bear_is_asked_for_before_an_overrun_is_worked_out() -> None:
    [[cell]] = example(ABOVE, **chosen(risk_overrun={"option": "target-share"}))
    assert cell.startswith("[Most that the partners bear of an overrun: ")


def test_an_example_stands_only_where_a_chosen_clause_shares_something() -> None:
    changes = chosen(
        reward_gainshare={"option": "partner-keeps"},
        reward_avoided_cost={"option": "city-only"},
        reward_revenue={"option": "preferential-price"},
    )
    made = stories.sound(changed(deal(), changes)).agreement
    standing = {plain(words(each.runs)) for each in made.paragraphs() if each.role == "schedule-part"}
    assert standing & {ABOVE, BELOW, SAVED, SHARED, EARNED} == {ABOVE, SAVED}


def test_an_amount_without_a_currency_asks_for_it_once_more_beside_each_figure() -> None:
    tree = changed(spec_tree("startup-pilot"), {"money.currency": None, "funding.price": "25,000"})
    for each, amount in zip(tree["milestones"].values(), ("10,000", "15,000"), strict=True):
        each["amount"] = amount
    first = table(stories.draft(tree), *PAYMENTS).rows[0][1]
    assert [type(run) for run in first] == [Gap, Text, Text]
    assert isinstance(first[0], Gap)
    assert first[0].address == "money.currency"
    assert words(first[1:]).strip() == "10,000"


@pytest.mark.parametrize(
    ("gone", "asked"),
    [
        ("amount", "[Amount (Report on the results)"),
        ("due", "[Due (Report on the results)"),
        ("payer", "[Payer (Report"),
    ],
)
def test_a_number_that_is_missing_is_a_gap_and_no_wrong_number(gone: str, asked: str) -> None:
    found = table(stories.draft(changed(spec_tree("startup-pilot"), {f"milestones.final-report.{gone}": None})), *EXIT)
    [[first]] = found.rows
    assert isinstance(first[0], Gap)
    assert first[0].address == f"milestones.final-report.{gone}"
    assert first[0].text.startswith(asked)


def test_amounts_in_two_currencies_are_told_with_the_place_and_what_would_be_right(tmp_path: Path) -> None:
    spec = tmp_path / "spec.yml"
    lines = EXAMPLE.read_text("utf-8").splitlines()
    line = lines.index("    amount: 15,000")
    lines[line] = "    amount: EUR 15,000"
    lines[lines.index("money: {currency: AUD, tax: exclusive}")] = (
        "money: {currency: AUD, tax: exclusive, rate_rule: the bank's rate on the day of the invoice}"
    )
    spec.write_text("\n".join(lines), "utf-8")
    made = drafts_of(read_spec(spec), ("pilot-agreement",))
    told = [str(each) for each in made[0].findings if each.rule == "figure"]
    assert told == [f"{spec}:{line + 1}:5: error: figure: {PAYMENTS[1]}: the figure is EUR; it must be AUD"]


def test_every_figure_that_is_declared_is_worked_out_and_reads_what_there_is() -> None:
    assert set(WORKERS) == set(COMPUTED)
    assert set(LAST_ROWS) == set(computed.LAST_ROWS)
    known = library("au-nsw")
    for name in (each for figure in COMPUTED.values() for each in figure.reads if "/" in each):
        issue, _, parameter = name.partition(".")
        assert parameter in known.issues[issue].parameters


# --- the example, read back from Word and worked out again ---


def tables_in(tree: Tree) -> dict[str, list[list[str]]]:
    """The tables of the Word file of a spec, by their first two headings."""
    made = read(stories.docx(stories.sound(tree)))
    tables = [[[plain(cell) for cell in row.cells] for row in each] for each in made.tables]
    return {" | ".join(each[0][:2] if each[0][0] != "Subject" else each[1]): each for each in tables}


@cache
def paper(**changes: str) -> dict[str, list[list[str]]]:
    """The tables of the example; `changes` at dotted places."""
    return tables_in(changed(stories.tree_in(EXAMPLE), changes))


@cache
def deal_paper(**changes: str) -> dict[str, list[list[str]]]:
    """The tables of the deal."""
    return tables_in(changed(deal(), changes))


def money(cell: str) -> Decimal:
    """An amount as a reader reads it."""
    if cell.startswith("minus "):
        return -money(cell.removeprefix("minus "))
    return Decimal(0) if cell in {"nil", DASH, ""} else Decimal(cell.removeprefix("AUD ").replace(",", ""))


def number(cell: str) -> Decimal:
    """The number with which a cell begins: "4,000 kWh", "50% *"."""
    return Decimal(cell.partition(" ")[0].rstrip("%").replace(",", ""))


def cents(amount: Decimal) -> Decimal:
    """An amount to the cent, half up."""
    return amount.quantize(Decimal("0.01"), ROUND_HALF_UP)


def day(cell: str) -> dt.date:
    """A day as a reader reads it."""
    return dt.datetime.strptime(cell, "%d %B %Y").replace(tzinfo=dt.UTC).date()


def payments_again(tables: dict[str, list[list[str]]], percent: Decimal) -> list[list[Decimal]]:
    """The payments worked out from the milestones that the same paper lists."""
    steps = [money(row[3]) for row in tables["Milestone | Test"][1:-1]]
    held = [cents(each * percent / 100) for each in steps]
    whole, kept = sum(steps, Decimal(0)), sum(held, Decimal(0))
    half = cents(kept / 2)
    return [
        *([each, back, each - back] for each, back in zip(steps, held, strict=True)),
        [Decimal(0), Decimal(0), half],
        [Decimal(0), Decimal(0), kept - half],
        [whole, kept, whole],
    ]


def exits_again(tables: dict[str, list[list[str]]], days: list[dt.date], percent: Decimal) -> list[list[Decimal]]:
    """The example of an early end worked out from the dates and amounts that the same paper lists."""
    steps = [(day(row[2]), money(row[3])) for row in tables["Milestone | Test"][1:-1]]
    start = next(day(key.removeprefix("Start | ")) for key in tables if key.startswith("Start | "))
    found = []
    for end in days:
        accepted = sum((amount for due, amount in steps if due <= end), Decimal(0))
        begun = Decimal(0)
        for due, amount in (each for each in steps if each[0] > end):
            since = max([start, *(other for other, _ in steps if other < due)])
            begun += cents(amount * max((end - since).days, 0) / (due - since).days)
        rest = cents((sum(amount for _, amount in steps) - accepted - begun) * percent / 100)
        found.append([accepted, begun, rest, accepted + begun + rest])
    return found


def shown(tables: dict[str, list[list[str]]], key: str) -> list[list[Decimal]]:
    """The figures of a table, without the first column."""
    return [[money(cell) for cell in row[1:]] for row in tables[key][1:]]


def months_again(tables: dict[str, list[list[str]]], percent: Decimal) -> list[list[object]]:
    """Money by month worked out from the milestones and the things brought that the same paper lists."""
    steps = tables["Milestone | Test"][1:-1]
    held = [cents(money(row[3]) * percent / 100) for row in steps]
    due = [(day(row[2]), row[4], row[5], money(row[3]) - back) for row, back in zip(steps, held, strict=True)]
    due.append((due[-1][0], due[-1][1], due[-1][2], cents(sum(held, Decimal(0)) / 2)))
    due += [(day(row[3]), row[0], "", money(row[4])) for row in tables[BROUGHT][1:-1] if "bought for" in row[5]]
    found: list[list[object]] = []
    for party in ("the Council", "the Company"):
        has = Decimal(0)
        for month in sorted({(each[0].year, each[0].month) for each in due if party in each[1:3]}):
            moved = [each for each in due if (each[0].year, each[0].month) == month]
            received, paid = (sum((each[3] for each in moved if each[at] == party), Decimal(0)) for at in (2, 1))
            has += received - paid
            found.append([party, month, received, paid, has])
    return found


def months(tables: dict[str, list[list[str]]]) -> list[list[object]]:
    """Money by month as the paper shows it."""
    rows_of = [row for row in tables[BY_MONTH][1:] if not row[1].startswith("No day")]
    ends = [day(row[1].partition(",")[0]) for row in rows_of]
    return [
        [row[0], (end.year, end.month), money(row[2]), money(row[3]), money(row[4])]
        for row, end in zip(rows_of, ends, strict=True)
    ]


PAID, ENDED, LIMITED = "Milestone | Amount", "End of | Accepted", "Party | Liability Cap"
BROUGHT, BY_MONTH = "Party | Kind", "Party | By the end of"


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"choices.reward/milestones.holdback_pct": "7"},
        {"milestones.sensors-up.amount": "18,000.01", "milestones.report.amount": "14,999.99"},
        {"choices.term/term.wind_down_pct": "33"},
    ],
)
def test_every_figure_of_the_example_is_what_a_reader_works_out_from_its_word_file(changes: dict[str, str]) -> None:
    tables = paper(**changes)
    held = Decimal(changes.get("choices.reward/milestones.holdback_pct", "5"))
    assert shown(tables, PAID) == payments_again(tables, held)
    assert months(tables) == months_again(tables, held)
    for party in ("the Council", "the Company"):
        all_of = [money(row[4]) for row in tables[BY_MONTH] if row[0] == party and not row[1].startswith("No day")]
        [named] = [row for row in tables[BY_MONTH] if row[0] == party and row[1].endswith("the lowest point")]
        assert money(named[4]) == min(all_of)
    price = sum((money(row[3]) for row in tables["Milestone | Test"][1:-1]), Decimal(0))
    for _, formula, most in tables["Limit | How the limit is worked out"][1:]:
        assert money(most) == cents(price * int(formula.partition("%")[0]) / 100)
    days = [day(row[0]) for row in tables[ENDED][1:]]
    assert [(each + dt.timedelta(days=1)).day for each in days] == [1] * 8
    assert shown(tables, ENDED) == exits_again(
        tables, days, Decimal(changes.get("choices.term/term.wind_down_pct", "25"))
    )


@pytest.mark.parametrize(
    ("address", "value", "moved"),
    [
        ("choices.reward/milestones.holdback_pct", "7", {PAID, BY_MONTH}),
        ("choices.term/term.wind_down_pct", "33", {ENDED}),
        ("choices.liability/cap.low_fixed", "AUD 90,000", {LIMITED}),
        ("choices.liability/cap.misuse_times", "2", {LIMITED}),
        ("milestones.map-live.due", "2027-06-17", {ENDED}),
        ("pilot.start", "2027-02-16", {ENDED}),
        ("contributions.2.by", "2027-03-02", {BY_MONTH}),
        ("contributions.2.value", "22,401", {BY_MONTH}),
        ("choices.funding/payment.pay_days", "20", set()),
    ],
)
def test_one_input_moves_the_figures_that_rest_on_it_and_no_other(address: str, value: str, moved: set[str]) -> None:
    before, after = paper(), paper(**{address: value})
    assert {key for key in (PAID, ENDED, LIMITED, BY_MONTH) if before[key] != after[key]} == moved


def test_one_input_moves_each_figure_of_its_column() -> None:
    before, after = paper(), paper(**{"choices.term/term.wind_down_pct": "33"})
    same = [
        [row[0] == new[0], *(a == b for a, b in zip(row[1:], new[1:], strict=True))]
        for row, new in zip(before[ENDED], after[ENDED], strict=True)
    ]
    assert same[0] == [True] * 5
    assert same[1:-1] == [[True, True, True, False, False]] * 7
    assert same[-1] == [True] * 5  # the work is done


# --- the deal, read back from Word and worked out again ---

OVER, UNDER = "Actual Cost | Above the Target Cost", "Actual Cost | Below the Target Cost"
NET, HAD, EARNING = "Cost | Not used", "Year | Net Saving", "Year | Sales Revenue"
EXAMPLES = (OVER, UNDER, NET, HAD, EARNING)


def stated(tables: dict[str, list[list[str]]]) -> dict[str, str]:
    """What the same paper states of each thing: the key terms, and the records of its schedules."""
    return {row[0]: row[1] for each in tables.values() for row in each if len(row) in {2, 3}}


def around_the_target(tables: dict[str, list[list[str]]], key: str) -> list[list[Decimal]]:
    """The examples of a cost off its target worked out from the actual cost that each row is about."""
    said = stated(tables)
    target, fee = money(said["Target cost"]), money(said["Fee above cost"])
    margin = target * number(said["Margin around the target cost that is not divided"]) / 100
    share = number(said["Partners' share of an overrun"]) / 100
    most = money(said["Most that the partners bear of an overrun"])
    least = target * number(said["Most that the partners earn by a saving, of the target cost"]) / 100
    found = []
    for actual in (money(row[0]) for row in tables[key][1:]):
        off = abs(target - actual)
        partners = cents(min(max(off - margin, Decimal(0)) * share, most if key == OVER else least))
        moved = -partners if key == OVER else partners
        found.append([off, partners, off - partners, actual + fee + moved, fee + moved])
    return found


def savings_again(tables: dict[str, list[list[str]]]) -> list[list[Decimal]]:
    """What each cost saves, worked out from what it was and what is expected."""
    found = []
    for _, used, price, upkeep, _, expected in tables["Cost | Use in that year"][1:]:
        use, kept = (line.partition(": ")[2] for line in expected.splitlines())
        saved = [(number(used) - number(use)) * money(price), money(upkeep) - money(kept)]
        found.append([number(used) - number(use), *map(cents, saved), cents(sum(saved, Decimal(0)))])
    running = money(stated(tables)["Most that running it counts in a year"])
    net = sum((row[-1] for row in found), Decimal(0)) - running
    return [*found, [Decimal(0), Decimal(0), Decimal(0), -running], [Decimal(0), Decimal(0), Decimal(0), net]]


def years_again(tables: dict[str, list[list[str]]]) -> list[list[Decimal]]:
    """Who has what is saved, year by year, worked out from a year's saving and the capital."""
    said, net = stated(tables), savings_again(tables)[-1][-1]
    to_come = money(said["Capital"])
    first = number(said["Investor's share until its capital is back"]) / 100
    later = number(said["Investor's share from then on"]) / 100
    found = []
    for _ in range(int(number(said["Time for which savings are shared"])) // 12):
        spent = min(net, to_come / first)
        part = cents(spent * first + (net - spent) * later)
        to_come = max(to_come - part, Decimal(0))
        found.append([net, part, net - part, to_come])
    return found


def income_again(tables: dict[str, list[list[str]]]) -> list[list[Decimal]]:
    """What the public side has of what selling brings, worked out from what is received and what it costs."""
    said, found = stated(tables), []
    to_keep, most = money(said["What the seller has back first"]), money(said["Most that is due of what is earned"])
    for _, gross, direct in tables["Year | Received"][1:]:
        net = money(gross) - money(direct)
        kept = min(max(net, Decimal(0)), to_keep)
        part = cents((max(net, Decimal(0)) - kept) * number(said["City's share of what is left after cost"]) / 100)
        due = min(
            part if part >= money(said["Amount below which nothing is paid for a year"].rstrip(" *")) else Decimal(0),
            most,
        )
        to_keep, most = to_keep - kept, most - due
        found.append([money(gross), net, kept, due, net - due])
    whole = sum((row[3] for row in found), Decimal(0))
    return [*found, [Decimal(0), Decimal(0), Decimal(0), whole, Decimal(0)]]


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {
            "funding.target_cost": "AUD 99,999.99",
            "choices.risk/overrun.partner_share_pct": "33",
            "funding.savings.0.used": "9,001",
            "funding.income.1.gross": "AUD 160,000.01",
        },
    ],
)
def test_every_figure_of_the_deal_is_what_a_reader_works_out_from_its_word_file(changes: dict[str, str]) -> None:
    tables = deal_paper(**changes)
    assert shown(tables, OVER) == around_the_target(tables, OVER)
    assert shown(tables, UNDER) == around_the_target(tables, UNDER)
    quantities = [
        [number(row[1]) if row[1][:1].isdigit() else Decimal(0), *map(money, row[2:])] for row in tables[NET][1:]
    ]
    assert quantities == savings_again(tables)
    assert shown(tables, HAD) == years_again(tables)
    assert shown(tables, EARNING) == income_again(tables)


@pytest.mark.parametrize(
    ("address", "value", "moved"),
    [
        ("funding.fee", "AUD 7,000", {OVER, UNDER}),
        ("choices.risk/overrun.pain_cap", "AUD 7,000", {OVER}),
        ("choices.reward/gainshare.gain_cap_pct", "9", {UNDER}),
        ("funding.savings.0.unit_price", "AUD 0.21", {NET, HAD}),
        ("choices.reward/avoided-cost.first_pct", "70", {HAD}),
        ("choices.reward/revenue.share_pct", "16", {EARNING}),
    ],
)
def test_one_figure_of_the_deal_moves_the_examples_that_rest_on_it_and_no_other(
    address: str, value: str, moved: set[str]
) -> None:
    before, after = deal_paper(), deal_paper(**{address: value})
    assert {key for key in EXAMPLES if before[key] != after[key]} == moved
