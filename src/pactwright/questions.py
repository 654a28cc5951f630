"""What is still open in a spec: one question a fact, who can answer it and by when, and whether a final may be drafted.

The questions are the open points of the documents themselves; nothing else decides what has to be known.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pactwright.document import words
from pactwright.findings import position
from pactwright.library.values import suggested
from pactwright.service import SpecFile, documents_of, drafts_of

if TYPE_CHECKING:
    from pactwright.document import OpenPoint
    from pactwright.drafting import Draft


@dataclass(frozen=True, slots=True)
class Question:
    """One open fact.

    `address` is where it stands in the spec and `place` the line at which to fill it in, `what` says what it is,
    `owner` who can answer it, `by` until when ("" where nobody said), `where` the first place of a document that
    needs it. `suggested` is what the library proposes, with the reason ("" where it proposes nothing).
    """

    address: str
    what: str
    owner: str
    by: str
    where: str
    place: str
    suggested: str = ""

    @property
    def asks(self) -> str:
        """What it is, with what is proposed."""
        return f"{self.what} (suggested: {self.suggested})" if self.suggested else self.what


@dataclass(frozen=True, slots=True)
class Readiness:
    """How far a spec is: its questions in the order of the spec, and its drafts, open and as finals.

    `to_confirm` is what somebody has to confirm before anybody signs; it keeps no final from being drafted.
    """

    name: str
    questions: tuple[Question, ...]
    drafts: tuple[Draft, ...]
    finals: tuple[Draft, ...]
    to_confirm: tuple[Question, ...] = ()

    @property
    def count(self) -> int:
        """How many facts are open."""
        return len(self.questions)

    @property
    def waiting(self) -> tuple[str, ...]:
        """The bad days that can happen and wait for a clause of the library, in one of its documents, by id."""
        return tuple(dict.fromkeys(day for draft in self.drafts for day in draft.waiting))

    @property
    def is_ready(self) -> bool:
        """Whether nothing keeps any of its documents from being drafted as a final."""
        return all(draft.is_sound for draft in self.finals)


def readiness_of(source: SpecFile) -> Readiness:
    """How far a spec is, over all documents that it names."""
    documents = documents_of(source.spec, source.library)
    drafts, finals = drafts_of(source, documents), drafts_of(source, documents, is_final=True)
    gaps = questions_in(source, (point for draft in drafts for point in draft.agreement.gaps))
    points = (point for draft in drafts for point in draft.agreement.open_points if not point.is_gap)
    return Readiness(source.marks.name, gaps, drafts, finals, questions_in(source, points))


def questions_in(source: SpecFile, points: Iterable[OpenPoint]) -> tuple[Question, ...]:
    """Some open points of the drafts of a spec, each once, in the order of the spec."""
    found: dict[str, Question] = {}
    for point in points:
        what, owner, by, where = (words(each) for each in (point.what, point.owner, point.by, point.where))
        place, proposed = source.marks.place(point.address), _suggested(source, point.address)
        question = Question(point.address, what, owner, by, where, place, proposed)
        found.setdefault(point.address, question)
    return tuple(sorted(found.values(), key=lambda each: position(each.place)))


def _suggested(source: SpecFile, address: str) -> str:
    """What the library proposes for a figure of an issue."""
    issue, _, name = address.removeprefix("choices.").partition(".")
    known = source.library.issues.get(issue)
    parameter = known.parameters.get(name.partition(".")[0]) if known else None
    return suggested(parameter, source.spec.money.currency or "") if parameter else ""
