"""The guard finds what a newcomer would get wrong, and lets pass the same thing where it belongs.

Each mistake was made once or is close to one that was: a form of print gets a fact more. Where values become runs it is
right in every document. In a function that is kept, which can only reach the fact past its key, a batch is not what is
drafted alone; and nothing but the comparison tells.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace as replaced
from functools import lru_cache
from typing import Any

import pytest
from msgspec.structs import replace

from pactwright import assembly, formats
from pactwright.assembly import body, filling, planning
from pactwright.assembly.planning import Plan
from pactwright.document import Article, Clause, Run, Runs, Text, Value
from pactwright.printing import context
from pactwright.printing.context import DraftContext
from pactwright.printing.names import PartyNames
from pactwright.writers.word import tables
from tests import stories
from tests.guard.alone import Compared
from tests.guard.joined import joined
from tests.guard.rows import FULL, LIBRARY, Row, groups_of_form, groups_of_library

Plant = Callable[[pytest.MonkeyPatch], None]


def compared(*names: str) -> Compared:
    """The spec itself and the rows that hold something whose name begins so, one after the other."""
    groups = (*groups_of_form(FULL), *groups_of_library(FULL, LIBRARY))
    rows = {row.name: row for group in groups for row in group if any(f"; {each}" in f"; {row.name}" for each in names)}
    return Compared([[Row("nothing", FULL), *rows.values()]])


# -------------------------------------------------------------------------------- where values become runs: all is well


def party_with_registration(patch: pytest.MonkeyPatch) -> None:
    party = PartyNames.party

    def registered(self: PartyNames, name: str, *, owner: bool = False) -> Any:  # noqa: ANN401 - a run
        run, known = party(self, name, owner=owner), self.spec.parties.get(name)
        return replace(run, text=f"{run.text} ({known.registration})") if known and known.registration else run

    patch.setattr(PartyNames, "party", registered)


def amount_with_tax(patch: pytest.MonkeyPatch) -> None:
    printed = DraftContext.printed

    def taxed(self: DraftContext, value: Any, form: str = "") -> str:  # noqa: ANN401 - a value of any type of a spec
        words = printed(self, value, form)
        return f"{words} {self.spec.money.tax} of tax" if hasattr(value, "is_nil") else words

    patch.setattr(DraftContext, "printed", taxed)


def heading_with_title(patch: pytest.MonkeyPatch) -> None:
    articles = body._articles  # noqa: SLF001 - where articles are made of values

    def titled(plan: Plan, context: DraftContext) -> Iterator[Article]:
        for each in articles(plan, context):
            yield replace(each, heading=with_words(each.heading, context.spec.project.title))

    patch.setattr(body, "_articles", titled)


def with_words(block: Any, words: str | None) -> Any:  # noqa: ANN401 - a paragraph
    """A paragraph with words behind its own."""
    return replace(block, runs=(*block.runs, Text(f" ({words})")))


PLANTS: dict[Plant, tuple[str, str]] = {
    party_with_registration: ("parties.hill.registration", "(ABN 31 111 111 111)"),
    amount_with_tax: ("money.tax", "exclusive of tax"),
    heading_with_title: ("project.title", "(Kerb-side air quality pilot)"),
}


@pytest.mark.parametrize("plant", PLANTS)
def test_a_new_form_of_print_is_right_where_values_become_runs(plant: Plant, monkeypatch: pytest.MonkeyPatch) -> None:
    rows, words = PLANTS[plant]
    plain = repr(stories.draft(FULL).agreement)
    plant(monkeypatch)
    found = compared(rows)
    assert found.wrong == []
    assert len(found.alone) > 1
    assert repr(stories.draft(FULL).agreement).count(words) > plain.count(words)


# ------------------------------------------------------------------------------ in a function that is kept: found out


def reaching_past_keys(patch: pytest.MonkeyPatch) -> Callable[[], DraftContext]:
    """What is drafted at the moment, left where a kept function can reach it."""
    contexts: list[DraftContext] = []

    def noting(context: DraftContext) -> Any:  # noqa: ANN401 - a body
        contexts[:] = [context]
        return body.body_of(context)

    patch.setattr(assembly, "body_of", noting)
    return lambda: contexts[0]


def clause_with_registration(patch: pytest.MonkeyPatch) -> None:
    drafting, filled = reaching_past_keys(patch), filling.filled.__wrapped__

    @lru_cache(maxsize=1024)
    def registered(clause: Any, runs: tuple[Runs, ...]) -> Clause:  # noqa: ANN401 - a planned clause
        made: Clause = filled(clause, runs)
        named = any(isinstance(run, Value) and run.address.endswith(".called") for each in runs for run in each)
        heading, *others = made.blocks
        known = drafting().spec.parties.get("hill")
        return replace(made, blocks=(with_words(heading, known.registration), *others)) if named and known else made

    patch.setattr(body, "filled", registered)


def kept_amount_with_tax(patch: pytest.MonkeyPatch) -> None:
    drafting, printed = reaching_past_keys(patch), formats.printed_money.__wrapped__

    @lru_cache(maxsize=256)
    def taxed(*key: Any) -> str:  # noqa: ANN401 - an amount, a language and a currency
        return f"{printed(*key)} {drafting().spec.money.tax} of tax"

    patch.setattr(context, "printed_money", taxed)


def kept_amount_with_document(patch: pytest.MonkeyPatch) -> None:
    drafting, printed = reaching_past_keys(patch), formats.printed_money.__wrapped__

    @lru_cache(maxsize=256)
    def named(*key: Any) -> str:  # noqa: ANN401 - an amount, a language and a currency
        return f"{printed(*key)} of this {drafting().outline.document}"

    patch.setattr(context, "printed_money", named)


def plan_with_title(patch: pytest.MonkeyPatch) -> None:
    drafting, planned = reaching_past_keys(patch), planning.planned.__wrapped__

    @lru_cache(maxsize=32)
    def titled(*key: Any) -> Plan:  # noqa: ANN401 - decisions, a library and an outline
        plan: Plan = planned(*key)
        articles = tuple(
            replaced(each, heading=with_words(each.heading, drafting().spec.project.title)) for each in plan.articles
        )
        return replaced(plan, articles=articles)

    patch.setattr(body, "planned", titled)


class Unseen(tuple[Any, ...]):
    """What a key holds and does not look at."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Unseen)

    def __hash__(self) -> int:
        return 0


def slot_left_out(patch: pytest.MonkeyPatch) -> None:
    filled = filling.filled.__wrapped__

    @lru_cache(maxsize=1024)
    def kept(clause: Any, runs: tuple[Runs, ...]) -> Clause:  # noqa: ANN401 - a planned clause
        made: Clause = filled(clause, runs)
        return made

    def forgetful(clause: Any, runs: tuple[Runs, ...]) -> Clause:  # noqa: ANN401 - a planned clause
        at = next((number for number, each in enumerate(runs) if each and is_of_choice(each[0])), len(runs))
        return kept(clause, (*runs[:at], *map(Unseen, runs[at : at + 1]), *runs[at + 1 :]))

    patch.setattr(body, "filled", forgetful)
    patch.setattr(body, "kept", kept, raising=False)


def is_of_choice(run: Run) -> bool:
    """Whether a run is the value of a parameter."""
    return isinstance(run, Value) and run.address.startswith("choices.")


def cells_left_out(patch: pytest.MonkeyPatch) -> None:
    row = tables._row.__wrapped__  # noqa: SLF001 - a row of a table as XML

    @lru_cache(maxsize=1024)
    def kept(first: Runs, others: Unseen, looks: tuple[tables.Look, ...], style: str) -> str:
        return str(row((first, *others), looks, style))

    def unseeing(cells: tuple[Runs, ...], looks: tuple[tables.Look, ...], style: str = "TableText") -> str:
        return kept(cells[0], Unseen(cells[1:]), looks, style)

    patch.setattr(tables, "_row", unseeing)
    patch.setattr(tables, "kept", kept, raising=False)


@pytest.mark.parametrize(
    ("mistake", "rows", "where"),
    [
        (clause_with_registration, "parties.hill.registration", "pilot-agreement, draft: "),
        (kept_amount_with_tax, "money.tax", "pilot-agreement, draft: schedules"),
        (kept_amount_with_document, "money.tax", "mou, draft: schedules"),
        (plan_with_title, "project.title", "pilot-agreement, draft: Part 1"),
        (slot_left_out, "funding/payment: advance", "pilot-agreement, draft: funding/payment"),
        (cells_left_out, "contributions.0.what", "pilot-agreement, draft: Word file"),
    ],
)
def test_what_is_kept_without_all_that_it_says_is_found_out(
    mistake: Plant, rows: str, where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    mistake(monkeypatch)
    wrong = compared(rows).wrong
    assert any(where in part for part in wrong)


def test_what_is_kept_without_a_fact_is_found_out_by_rows_that_change_many(monkeypatch: pytest.MonkeyPatch) -> None:
    names = ("date", "parties.hill.registration", "pilot.sites.north.name", "risks.drift.cause", "special_terms.0.duty")
    rows = [
        row for group in groups_of_form(FULL) for row in group if row.name in {f"{e}: another value" for e in names}
    ]
    together = list(joined(FULL, rows))
    assert [len(row.holds) for row in together] == [5, 5]
    clause_with_registration(monkeypatch)
    wrong = Compared([[Row("nothing", FULL), *together]]).wrong
    assert any("lot 0" in part for part in wrong)
