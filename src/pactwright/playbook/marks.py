"""How two playbooks stand to the answers of each question in a draft."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pactwright.catalogue.comparing import options_named
from pactwright.document import Agreement, Paragraph
from pactwright.drafting import errors, selection_for
from pactwright.errors import InputError, UsageError
from pactwright.findings import Finding
from pactwright.library.model import Option
from pactwright.library.positions import LIVES_WITH, Mark, Playbook, Position
from pactwright.selection.unmet import unmet_problems
from pactwright.service import SpecFile
from pactwright.spec import Spec
from pactwright.what_if import Standing, otherwise
from pactwright.what_if.asked import Asked

CITY = "public"
"""The side that stands in the upper row."""


@dataclass(frozen=True, slots=True)
class Pair:
    """The playbooks of the two sides, the public one first."""

    city: Playbook
    partner: Playbook

    @property
    def both(self) -> tuple[Playbook, Playbook]:
        """The two, in order."""
        return self.city, self.partner

    def positions(self, issue: str) -> tuple[Position | None, Position | None]:
        """What the two say of an issue."""
        return self.city.positions.get(issue), self.partner.positions.get(issue)


@dataclass(frozen=True, slots=True)
class Answer:
    """An option of an issue in a draft: its place on the line, how the two stand to it, and what forbids it."""

    option: str
    title: str
    place: int
    marks: tuple[Mark | None, Mark | None]
    is_draft: bool
    refused: str

    @property
    def is_shared(self) -> bool:
        """Whether it can be chosen and both sides can live with it."""
        return not self.refused and all(each is None or each in LIVES_WITH for each in self.marks)


@dataclass(frozen=True, slots=True)
class Meeting:
    """An issue of a draft that one of the playbooks names."""

    issue: str
    heading: str
    clause: str
    answers: tuple[Answer, ...]
    positions: tuple[Position | None, Position | None]

    @property
    def zone(self) -> tuple[Answer, ...]:
        """The answers that both sides can live with, the draft's own first, then by how much both like them."""
        shared = [each for each in self.answers if each.is_shared]
        return tuple(sorted(shared, key=lambda each: (not each.is_draft, -self.joint(each))))

    @property
    def draft(self) -> Answer | None:
        """The answer of the draft."""
        return next((each for each in self.answers if each.is_draft), None)

    def score(self, answer: Answer, side: int) -> int:
        """What an answer is worth to a side: 2 preferred, 1 accepted, 0 with approval, times how much it cares.

        To a side that says nothing of the issue every answer is worth nothing.
        """
        position, mark = self.positions[side], answer.marks[side]
        worth = {"prefers": 2, "accepts": 1}.get(mark or "", 0)
        return worth * (position.weight if position else 0)

    def joint(self, answer: Answer) -> int:
        """What an answer is worth to both."""
        return self.score(answer, 0) + self.score(answer, 1)


def paired(one: Playbook, other: Playbook, spec: Spec) -> Pair:
    """The two playbooks by side; raises UsageError unless one is of the public side and one is not."""
    sides = [_side(each, spec) for each in (one, other)]
    if None in sides or (sides[0] == CITY) == (sides[1] == CITY):
        message = (
            f'one playbook is of the public side and one of another; these are of "{one.party}" and "{other.party}"'
        )
        raise UsageError(message)
    return Pair(one, other) if sides[0] == CITY else Pair(other, one)


def _side(playbook: Playbook, spec: Spec) -> str | None:
    if playbook.party in spec.parties:
        return spec.parties[playbook.party].side
    return playbook.party if any(each.side == playbook.party for each in spec.parties.values()) else None


def meetings_of(now: Standing, pair: Pair) -> Iterator[Meeting]:
    """Each issue that stands in the draft and that a playbook names, in the order of the document."""
    library = now.source.library
    for name, label in clause_labels(now.draft.agreement).items():
        positions = pair.positions(name)
        if any(positions) and now.draft.selection.issues[name].option:
            answers = tuple(_answer(now, option, positions) for option in options_named(library, name, ()))
            yield Meeting(name, library.issues[name].heading, label, answers, positions)


def _answer(now: Standing, option: Option, positions: tuple[Position | None, Position | None]) -> Answer:
    marks = (_mark(positions[0], option.id), _mark(positions[1], option.id))
    place = tuple(now.source.library.vocabulary["stances"]).index(option.stance)
    is_draft = now.draft.selection.issues[option.issue].chosen == option.id
    is_able = is_draft or all(each != "never" for each in marks)  # what a side refuses needs no further look
    refused = "" if is_draft or not is_able else refusal(now, (Asked(option.issue, option.id),))
    return Answer(option.id, option.title, place, marks, is_draft, refused)


def refusal(now: Standing, asked: Sequence[Asked]) -> str:
    """Why the draft cannot be made with some other choices, and can without them; "" where it can."""
    known = {each.seen for each in _errors(now.source, now.draft.agreement.document)}
    try:
        found = _errors(otherwise(now, asked), now.draft.agreement.document)
    except InputError as refused:
        return refused.findings[0].seen
    return next((each.seen for each in found if each.seen not in known), "")


def _errors(source: SpecFile, document: str) -> tuple[Finding, ...]:
    """What forbids the choices of a spec, before anything is drafted."""
    selection = selection_for(source.spec, source.choices, source.library, document)
    return errors((*source.choices.findings, *selection.findings, *unmet_problems(selection, source.spec.settled)))


def _mark(position: Position | None, option: str) -> Mark | None:
    return position.mark(option) if position else None


def clause_labels(agreement: Agreement) -> Mapping[str, str]:
    """The number of the first clause of each issue, in the order of the document."""
    found: dict[str, str] = {}
    for article in agreement.articles:
        for clause in article.clauses:
            label = next((each.label for each in clause.blocks if isinstance(each, Paragraph)), "")
            found.setdefault(clause.id, label)
    return {name: label for name, label in found.items() if "/" in name}
