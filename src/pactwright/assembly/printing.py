"""From the parts of live items to runs: blanks filled, references numbered, sentences given their capitals."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from typing import Any

from msgspec.structs import replace

from pactwright.answering import question
from pactwright.assembly.live import RUNS, LivePart
from pactwright.assembly.references import Places, cited
from pactwright.document import Gap, Run, Runs, Term, Text, Value
from pactwright.formats import capital, joined
from pactwright.scene import Scene
from pactwright.wording.parts import Blank, Cite, Defined, Kind, Words

_SENTENCE_END = re.compile(r"[.?!]\s+$")
_SEPARATOR = re.compile(r"^\s*[;,]\s*")
ENDS = (".", ";", ":", "?", "!")


@dataclass(frozen=True, slots=True)
class Absent(Exception):  # noqa: N818 - the answer to a question, not a mistake
    """A reference leads to something that the document does not have."""

    cite: Cite


@dataclass(frozen=True)
class Printer(Scene):
    """A scene in which every place has its number: prints parts in one document."""

    places: Places = field(kw_only=True)

    @classmethod
    def at(cls, scene: Scene, places: Places) -> Printer:
        """The printer of a scene, which need not be asked again what it has answered."""
        own = {field.name: getattr(scene, field.name) for field in fields(Scene)}
        printer = cls(**own, places=places)
        printer.knows(scene)
        return scene.memory.following(printer)

    def source(self, name: str) -> object:
        """The places that references may name, or what a scene has under the name."""
        return self.places if name == "places" else super().source(name)

    @question(on=("places",))
    def cite(self, cite: Cite, kind: Kind, issue: str) -> Runs | None:
        """A reference as it prints, as `cited`."""
        return self.memory.same(cited, self.places, cite, kind, issue)

    def runs(self, parts: Iterable[LivePart], *, issue: str, kind: Kind, starts: bool, end: str = "") -> Runs:
        """The runs of some parts; `starts` a sentence, `end` is the punctuation behind them.

        Raises Absent for a reference that leads nowhere.
        """
        printed: list[Run] = []
        dropped = False
        for part in parts:
            at_start = (starts and not printed) or bool(printed and _SENTENCE_END.search(printed[-1].text))
            new = self._part(part, issue, kind, starts=at_start)
            if dropped and new and isinstance(new[0], Text):
                new = (replace(new[0], text=_SEPARATOR.sub("", new[0].text)), *new[1:])
            dropped = isinstance(part, Cite) and not new
            printed.extend(new)
        return _ended(tuple(run for run in printed if run.text), end)

    def _part(self, part: LivePart, issue: str, kind: Kind, *, starts: bool) -> Runs:
        if isinstance(part, RUNS):
            return (part,)
        if isinstance(part, Words):
            words = self.own_words(part.text)
            return (Text(capital(words) if starts else words),)
        if isinstance(part, Defined):
            return (Term(self.library.terms[part.term].prints or part.term),)
        if isinstance(part, Cite):
            runs = self.cite(part, kind, issue)
            if runs is None:
                raise Absent(part)
            return _capital(runs) if starts else runs
        return self._blank(part, issue, kind, starts=starts)

    def _blank(self, blank: Blank, issue: str, kind: Kind, *, starts: bool) -> Runs:
        if blank.name in self.library.vocabulary["roles"]:
            return (self.role(blank.name, blank.format, starts=starts, owner=blank.possessive),)
        if blank.name in self.library.vocabulary["columns"]:
            return (self.column(blank.name, starts=starts, owner=blank.possessive),)
        if blank.name.startswith("fact."):
            return self.fact_runs(blank.name.removeprefix("fact."), blank.format)
        if blank.name.startswith("law."):
            return self.law_runs(blank.name.removeprefix("law."), blank.format, starts=starts)
        return self._other(blank, issue, kind, starts=starts)

    def _other(self, blank: Blank, issue: str, kind: Kind, *, starts: bool) -> Runs:
        """A parameter, or a name that an option provides, of this issue or another."""
        other, _, key = blank.name.rpartition(".")
        selected = self.selected(other or issue)
        if selected.option and key in selected.option.provides:
            phrase = selected.option.provides[key]
            phrase = f"{phrase}'s" if blank.possessive else phrase
            return (Text(capital(phrase) if starts else phrase),)
        parameter = selected.issue.parameters.get(key)
        if parameter is None or selected.option is None:
            return (Gap(f"[{key.replace('_', ' ')}]", f"choices.{other or issue}"),)
        return self._parameter(selected.values.get(key), parameter, blank, other or issue, kind)

    def _parameter(self, value: Any, parameter: Any, blank: Blank, issue: str, kind: Kind) -> Runs:  # noqa: ANN401 - values have many types
        if isinstance(value, str) and parameter.type == "choice":
            phrase = next((each for each in parameter.values if each.word == value), None)
            if phrase:
                return self.runs(phrase.parts, issue=issue, kind=kind, starts=False)
        if isinstance(value, tuple):
            return (Value(joined(self.phrase_words(parameter, word) for word in value), parameter.address),)
        return self.parameter_runs(parameter, value, blank.format)


def _ended(runs: Runs, end: str) -> Runs:
    """The runs with the punctuation behind them, unless a value already ends the sentence."""
    if not end or not runs:
        return runs
    last = runs[-1].text
    return (*runs, Text(end.removeprefix("."))) if last.endswith(ENDS) and end.startswith(".") else (*runs, Text(end))


def _capital(runs: Runs) -> Runs:
    first = runs[0]
    return (replace(first, text=capital(first.text)), *runs[1:]) if isinstance(first, Text) else runs
