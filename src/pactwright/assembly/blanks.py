"""From the parts of a wording to the parts of a plan: words and references finished, slots for what the spec fills."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pactwright.assembly.references import Places, cited
from pactwright.assembly.slots import ChosenPhrase, Cited, PlannedPart, Slot
from pactwright.document import Gap, Term, Text
from pactwright.formats import capital
from pactwright.wording.parts import Blank, Cite, Defined, Kind, Part, Words

if TYPE_CHECKING:
    from pactwright.assembly.deciding import IssueDecision
    from pactwright.assembly.resolved import ResolvedPart
    from pactwright.library.model import Library, Option
    from pactwright.printing.outline import Outline


@dataclass(frozen=True, slots=True)
class AbsentError(Exception):
    """A reference leads to something that the document does not have."""

    cite: Cite


@dataclass(frozen=True, slots=True)
class Blanks:
    """Plans the parts of one document, in which every place has its number."""

    library: Library
    outline: Outline
    issues: Mapping[str, IssueDecision]
    places: Places

    def planned(self, parts: Iterable[ResolvedPart], issue: str, kind: Kind) -> tuple[PlannedPart, ...]:
        """The planned parts of a wording of a kind; raises AbsentError for a reference that leads nowhere."""
        return tuple(each for part in parts for each in self._part(part, issue, kind))

    def _part(self, part: ResolvedPart, issue: str, kind: Kind) -> Iterator[PlannedPart]:
        if isinstance(part, Slot):
            yield part
        elif isinstance(part, Words):
            yield Text(self._own_words(part.text))
        elif isinstance(part, Defined):
            yield Term(self.library.terms[part.term].prints or part.term)
        elif isinstance(part, Cite):
            runs = cited(self.places, part, kind, issue)
            if runs is None:
                raise AbsentError(part)
            yield Text(self.library.terms[part.term].prints or part.term) if part.term else Cited(runs)
        else:
            yield self._blank(part, issue, kind)

    def _own_words(self, text: str) -> str:
        """Library words with the document's own name for itself."""
        this = self.outline.this
        if this == "this agreement":
            return text
        return text.replace("this agreement", this).replace("This agreement", capital(this))

    def _blank(self, blank: Blank, issue: str, kind: Kind) -> PlannedPart:
        if blank.name in self.library.vocabulary["roles"]:
            return Slot("role", blank.name, format=blank.format, owner=blank.possessive)
        if blank.name in self.library.columns:
            return Slot("column", blank.name, format=blank.format, owner=blank.possessive)
        holder, _, name = blank.name.partition(".")
        if holder == "fact":
            return Slot("fact", name, format=blank.format)
        if holder == "law":
            return Slot("law", name, format=blank.format)
        other, _, key = blank.name.rpartition(".")
        return self._of_issue(blank, other or issue, key, kind)

    def _of_issue(self, blank: Blank, issue: str, key: str, kind: Kind) -> PlannedPart:
        """A parameter, or a name that an option provides, of this issue or another."""
        decision = self.issues.get(issue)
        if decision is None:
            return _nothing(issue, key)
        if not decision.option:
            return Slot("open-name", issue)
        option = self.library.options[issue][decision.option]
        if key in option.provides:
            return Text(_provided(option, key, owner=blank.possessive))
        parameter = self.library.issues[issue].parameters.get(key)
        if parameter is None:
            return _nothing(issue, key)
        phrases = {phrase.word: phrase.parts for phrase in parameter.values} if parameter.type == "choice" else {}
        chosen = (dict(decision.words).get(key) or (0,))[0]
        if isinstance(chosen, str) and chosen in phrases:
            parts: tuple[Part, ...] = tuple(phrases[chosen])
            return ChosenPhrase(self.planned(parts, issue, kind))
        return Slot("parameter", key, issue, blank.format)


def _nothing(issue: str, key: str) -> Gap:
    """What stands for a blank of an issue that is not in the document, or does not have it."""
    return Gap(f"[{key.replace('_', ' ')}]", f"choices.{issue}")


def _provided(option: Option, key: str, *, owner: bool) -> str:
    phrase = option.provides[key]
    return f"{phrase}'s" if owner else phrase
