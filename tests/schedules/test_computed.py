"""The tables that the program works out: each figure is worked out again here, from what the paper and the spec say."""

from __future__ import annotations

import datetime as dt
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path

import pytest

from pactwright.document import Gap, Text, words
from pactwright.drafting import Draft
from pactwright.library.computed import COMPUTED
from pactwright.schedules.computed import WORKERS
from pactwright.service import drafts_of
from pactwright.service import read as read_spec
from tests import stories
from tests.reader import read
from tests.schedules.test_tables import rows, table, two
from tests.solving import FACTS
from tests.stories import ROOT, changed, library, plain, spec_tree

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


def test_the_money_of_each_party_by_month_names_its_lowest_point() -> None:
    assert figures(two(**BOUGHT), CASH) == [
        ["the Council", "31 March 2027", "nil", "AUD 9,000", "minus AUD 9,000"],
        ["the Council", "30 June 2027, the lowest point", "nil", "AUD 14,750.48", "minus AUD 23,750.48"],
        ["the Council", "No day: the rest of what is held back", DASH, "AUD 1,250.02", DASH],
        ["the Sensor Company", "31 January 2027, the lowest point", "nil", "AUD 20,000", "minus AUD 20,000"],
        ["the Sensor Company", "31 March 2027", "AUD 9,000", "nil", "minus AUD 11,000"],
        ["the Sensor Company", "30 June 2027", "AUD 14,750.48", "nil", "AUD 3,750.48"],
        ["the Sensor Company", "No day: the rest of what is held back", "AUD 1,250.02", DASH, DASH],
    ]


def test_what_has_no_day_is_listed_apart_and_in_no_month() -> None:
    brought = [
        {"party": "city", "kind": "cash", "what": "prizes", "value": "AUD 700", "by": "none"},
        {"party": "city", "kind": "cash", "what": "posters", "value": "AUD 300", "by": "2027-05-04"},
        {"party": "city", "kind": "cash", "what": "more", "value": "AUD 90", "by": "2027-05-04", "pledge": "yes"},
        {"party": "city", "kind": "cash", "what": "tea", "value": "nil"},
    ]
    tree = changed(spec_tree("startup-pilot"), {"contributions": brought, "milestones.final-report.due": None})
    assert [row[1:4] for row in figures(stories.draft(tree), CASH) if row[0] == "the Council"] == [
        ["31 March 2027", "nil", "AUD 9,000"],
        ["31 May 2027, the lowest point", "nil", "AUD 300"],
        ["No day: Report on the results", DASH, "AUD 13,500.45"],
        ["No day: half of what is held back", DASH, "AUD 1,250.03"],
        ["No day: the rest of what is held back", DASH, "AUD 1,250.02"],
        ["No day: prizes", DASH, "AUD 700"],
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


def overrun(**changes: object) -> list[list[str]]:
    """The examples of an overrun at a target of AUD 100,000 and a fee of AUD 8,000."""
    tree = changed(spec_tree("startup-pilot"), FACTS["funding.has_target_cost is yes"])
    chosen = {"funding/costs": {"option": "target-cost"}, "funding/payment": {"option": "open-book"}}
    changes = {f"choices.{name}": {**option, "reason": "a test"} for name, option in chosen.items()} | changes
    return figures(stories.sound(changed(tree, changes)), ("budget", "Examples of a cost above the target"))


@pytest.mark.parametrize(
    ("option", "ceiling", "said"),
    [
        (  # half of what lies above 102,000, up to the fee; the next step would pass the ceiling
            {"option": "target-share", "pain_cap": "AUD 8,000"},
            "AUD 130,000",
            [
                ["AUD 100,000", "nil", "nil", "nil", "AUD 108,000", "AUD 8,000"],
                ["AUD 105,000", "AUD 5,000", "AUD 1,500", "AUD 3,500", "AUD 111,500", "AUD 6,500"],
                ["AUD 110,000", "AUD 10,000", "AUD 4,000", "AUD 6,000", "AUD 114,000", "AUD 4,000"],
                ["AUD 120,000", "AUD 20,000", "AUD 8,000", "AUD 12,000", "AUD 120,000", "nil"],
                ["AUD 130,000", "AUD 30,000", "AUD 8,000", "AUD 22,000", "AUD 130,000", "nil"],
            ],
        ),
        (  # half of the first 5,000 above the target, and 60% of what lies above that
            {"option": "banded", "pain_cap": "AUD 6,000"},
            "AUD 118,000",
            [
                ["AUD 100,000", "nil", "nil", "nil", "AUD 108,000", "AUD 8,000"],
                ["AUD 105,000", "AUD 5,000", "AUD 2,500", "AUD 2,500", "AUD 110,500", "AUD 5,500"],
                ["AUD 110,000", "AUD 10,000", "AUD 5,500", "AUD 4,500", "AUD 112,500", "AUD 2,500"],
            ],
        ),
    ],
)
def test_an_overrun_is_worked_out_for_the_steps_that_the_ceiling_leaves(
    option: dict[str, str], ceiling: str, said: list[list[str]]
) -> None:
    assert overrun(**{"choices.risk/overrun": {**option, "reason": "a test"}, "funding.ceiling": ceiling}) == said


def test_the_most_that_partners_bear_is_asked_for_before_an_overrun_is_worked_out() -> None:
    [[cell]] = overrun(**{"choices.risk/overrun": {"option": "target-share", "reason": "a test"}})
    assert cell.startswith("[Most that the partners bear of an overrun: ")


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
    known = library("au-nsw")
    for name in (each for figure in COMPUTED.values() for each in figure.reads if "/" in each):
        issue, _, parameter = name.partition(".")
        assert parameter in known.issues[issue].parameters


# --- the example, read back from Word and worked out again ---


@cache
def paper(**changes: str) -> dict[str, list[list[str]]]:
    """The tables of the Word file of the example, by their first two headings; `changes` at dotted places."""
    made = read(stories.docx(stories.sound(changed(stories.tree_in(EXAMPLE), changes))))
    tables = [[[plain(cell) for cell in row.cells] for row in each] for each in made.tables]
    return {" | ".join(each[0][:2] if each[0][0] != "Subject" else each[1]): each for each in tables}


def money(cell: str) -> Decimal:
    """An amount as a reader reads it."""
    return Decimal(0) if cell in {"nil", DASH, ""} else Decimal(cell.removeprefix("AUD ").replace(",", ""))


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


def balance(cell: str) -> Decimal:
    """What a party has more or less, as a reader reads it."""
    return -money(cell.removeprefix("minus ")) if cell.startswith("minus ") else money(cell)


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
        [row[0], (end.year, end.month), money(row[2]), money(row[3]), balance(row[4])]
        for row, end in zip(rows_of, ends, strict=True)
    ]


PAID, ENDED, CAPPED = "Milestone | Amount", "End of | Accepted", "Party | Liability Cap"
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
        all_of = [balance(row[4]) for row in tables[BY_MONTH] if row[0] == party and not row[1].startswith("No day")]
        [named] = [row for row in tables[BY_MONTH] if row[0] == party and row[1].endswith("the lowest point")]
        assert balance(named[4]) == min(all_of)
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
        ("choices.liability/cap.low_fixed", "AUD 90,000", {CAPPED}),
        ("choices.liability/cap.misuse_times", "2", {CAPPED}),
        ("milestones.map-live.due", "2027-06-17", {ENDED}),
        ("pilot.start", "2027-02-16", {ENDED}),
        ("contributions.2.by", "2027-03-02", {BY_MONTH}),
        ("contributions.2.value", "22,401", {BY_MONTH}),
        ("choices.funding/payment.pay_days", "20", set()),
    ],
)
def test_one_input_moves_the_figures_that_rest_on_it_and_no_other(address: str, value: str, moved: set[str]) -> None:
    before, after = paper(), paper(**{address: value})
    assert {key for key in (PAID, ENDED, CAPPED, BY_MONTH) if before[key] != after[key]} == moved


def test_one_input_moves_each_figure_of_its_column() -> None:
    before, after = paper(), paper(**{"choices.term/term.wind_down_pct": "33"})
    same = [
        [row[0] == new[0], *(a == b for a, b in zip(row[1:], new[1:], strict=True))]
        for row, new in zip(before[ENDED], after[ENDED], strict=True)
    ]
    assert same[0] == [True] * 5
    assert same[1:-1] == [[True, True, True, False, False]] * 7
    assert same[-1] == [True] * 5  # the work is done
