"""What would change is what differs between the two drafts, for every choice; and what cannot be is refused."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any, TypeAlias

import pytest

from pactwright.document import Agreement, Block, Paragraph, Reference, Runs, Table
from pactwright.drafting import Draft
from pactwright.errors import InputError
from pactwright.findings import Finding
from pactwright.what_if import Effect, Standing, effects, otherwise, redrafted, standing
from pactwright.what_if.asked import Asked, asked_of
from pactwright.what_if.things import Difference, Line, Thing, differences
from tests.stories import ROOT, Tree, library, spec_of, tree_in

EXAMPLE = ROOT / "examples" / "future-street" / "spec.yml"
DOCUMENT = "pilot-agreement"
REASON = "A test."

Pieces: TypeAlias = dict[str, tuple[str, tuple[str, ...]]]

NUMBERS = re.compile(r"[0-9]+(?:\.[0-9]+)*(?:\([a-z]+\))*")


@cache
def now() -> Standing:
    return standing(EXAMPLE, DOCUMENT)


@cache
def options() -> dict[str, tuple[str, ...]]:
    return {issue: tuple(known) for issue, known in library("au-nsw").options.items()}


@cache
def asked_for(issue: str, option: str) -> tuple[Asked, ...]:
    return asked_of([f"{issue}={option}", f"{issue}.reason={REASON}"], [])


def as_typed(issue: str, option: str) -> Tree:
    """The example, which makes no choice of its own, as a person would have typed it with this option."""
    return {**tree_in(EXAMPLE), "choices": {issue: {"option": option, "reason": REASON}}}


def said(runs: Runs) -> str:
    """Words, with the places of references in the place of their numbers."""
    return "".join(f"[{run.bookmark}]" if isinstance(run, Reference) else run.text for run in runs)


def lines(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield f"{block.role}: {said(block.runs)}"
        elif isinstance(block, Table):
            yield " | ".join(column.heading for column in block.columns)
            yield from (" | ".join(map(said, row)) for row in block.all_rows)


def pieces(paper: Agreement) -> Pieces:
    """Every clause, heading of a part and schedule of a document: its number and its lines."""
    found: dict[str, tuple[str, list[Block]]] = {}
    for article in paper.articles:
        found[article.heading.bookmark] = (article.heading.label, [article.heading])
        for block in (block for clause in article.clauses for block in clause.blocks):
            if isinstance(block, Paragraph) and block.role == "clause":
                found[block.bookmark] = (block.label, [])
            list(found.values())[-1][1].append(block)
    for each in paper.schedules:
        found[each.heading.bookmark] = (each.heading.label, [each.heading, *each.blocks])
    return {name: (label, tuple(lines(blocks))) for name, (label, blocks) in found.items()}


def around(paper: Agreement) -> dict[str, Counter[str]]:
    """What else the document says, part by part."""
    signers = [field for block in paper.execution for signer in block.signers for field in signer]
    front = [
        *map(said, (paper.project, paper.date, paper.execution_lead)),
        *(paper.title, f"{paper.furniture.version} {paper.version}", *paper.notices),
        *(" | ".join(map(said, (party.name, party.details, party.called))) for party in paper.parties),
        *lines(paper.recitals),
        *(f"{said(block.party)} | {said(block.opening)}" for block in paper.execution),
        *(f"{field.label} {said(field.runs)}" for field in signers),
    ]
    terms = [f"{term.label}: {said(term.runs)}" for term in paper.key_terms]
    points = [said(point.what) for point in paper.open_points]
    return {"front": Counter(front), "key-terms": Counter(terms), "open-points": Counter(points)}


@cache
def before() -> tuple[Pieces, dict[str, Counter[str]]]:
    paper = now().draft.agreement
    return pieces(paper), around(paper)


def moved(found: Iterable[Difference]) -> Counter[str]:
    """The lines that came, less those that went."""
    changes = [change for one in found for change in one.changes]
    came, went = (
        (each.key for change in changes for each in change.after),
        (each.key for change in changes for each in change.before),
    )
    return difference(came, went)


def difference(after: Iterable[str] | Counter[str], before: Iterable[str] | Counter[str]) -> Counter[str]:
    found = Counter(after)
    found.subtract(Counter(before))
    return Counter({key: count for key, count in found.items() if count})


def states(before: Pieces, after: Pieces) -> dict[str, str]:
    """What became of each piece."""
    found = dict.fromkeys(before.keys() - after.keys(), "gone") | dict.fromkeys(after.keys() - before.keys(), "new")
    for name in before.keys() & after.keys():
        if before[name][1] != after[name][1]:
            found[name] = "changed"
        elif before[name][0] != after[name][0]:
            found[name] = "renumbered"
    return found


def answers(draft: Draft, *, in_words: bool) -> dict[str, Any]:
    """How each point of a bad day is answered, by the names of the items, and in their words but for numbers."""
    return {
        f"{each.day.id}/{each.point}": (
            *(each.state, each.lacks),
            *((item.name, NUMBERS.sub("", item.text) if in_words else "") for item in each.items),
        )
        for each in draft.days
    }


@pytest.mark.parametrize("issue", options())
def test_for_every_choice_it_is_the_difference_of_the_two_drafts(issue: str) -> None:
    """Every option of which the example stands without another change; the others are refused, as in a spec."""
    held = 0
    for option in options()[issue]:
        try:
            source = otherwise(now(), asked_for(issue, option))
            made = redrafted(now(), source)
        except InputError:
            continue
        assert source.spec == spec_of(as_typed(issue, option))
        check(effects(now().draft, made), made)
        held += 1
    assert held or now().draft.selection.issues[issue].option is None, "not even the option that stands could be tried"


def check(found: tuple[Effect, ...], made: Draft) -> None:
    """Holds what was found against the two drafts as data."""
    told = {effect.part.id: effect for effect in found}
    (ours, ours_around), theirs = before(), pieces(made.agreement)
    numbered = [one for part in ("clauses", "schedules") for one in told[part].differences]
    assert {one.id: one.state for one in numbered} == states(ours, theirs)
    for one in numbered:
        (old, mine), (new, now_there) = ours.get(one.id, ("", ())), theirs.get(one.id, ("", ()))
        assert (one.before, one.after) == (old, new)
        assert moved([one]) == difference(now_there, mine)
    for name, there in around(made.agreement).items():
        assert moved(told[name].differences) == difference(there, ours_around[name]), name
    points = {one.id for one in told["bad-days"].differences}
    surely, perhaps = (
        unlike(answers(now().draft, in_words=words), answers(made, in_words=words)) for words in (False, True)
    )
    assert surely <= points
    assert perhaps <= points
    old_rows, new_rows = (borne(each) for each in (now().draft, made))
    assert {one.id for one in told["ledger"].differences} == unlike(old_rows, new_rows)
    old_findings, new_findings = (set(map(finding, each.findings)) for each in (now().draft, made))
    assert len(told["findings"].differences) == len(old_findings ^ new_findings)


def borne(draft: Draft) -> dict[str, Any]:
    """Who bears what, up to what, by which item, whatever its number is."""
    return {
        f"{row.group}/{row.id}": (row.title, row.under, [replace(each, place="", to="") for each in row.bearings])
        for row in draft.ledger.rows
    }


def unlike(one: dict[str, Any], other: dict[str, Any]) -> set[str]:
    return {each for each in one.keys() | other.keys() if one.get(each) != other.get(each)}


def finding(told: Finding) -> tuple[str, ...]:
    return told.level, told.rule, told.address, told.seen, told.accepted, told.fix


def thing(name: str, number: str, *said: str) -> Thing:
    return Thing(name, number, name.title(), tuple(Line(f"{number} {each}", each) for each in said))


def test_a_thing_is_new_gone_changed_or_renumbered_and_keeps_its_place() -> None:
    one = (thing("a", "1", "x"), thing("b", "2", "y", "z"), thing("c", "3", "w"), thing("d", "4", "v"))
    other = (thing("b", "1", "y", "q"), thing("c", "2", "w"), thing("e", "3", "u"), thing("d", "4", "v"))
    found = differences(one, other)
    assert [(each.id, each.state, each.before, each.after) for each in found] == [
        ("a", "gone", "1", ""),
        ("b", "changed", "2", "1"),
        ("c", "renumbered", "3", "2"),
        ("e", "new", "", "3"),
    ]
    assert [(change.before, change.after) for change in found[1].changes] == [
        ((Line("2 z", "z"),), (Line("1 q", "q"),)),
    ]
    assert differences(one, one) == ()
