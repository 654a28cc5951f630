"""Defined terms: read, found in wordings once at load, longest first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from pactwright.findings import Finding, nearest
from pactwright.library.model import DefinedTerm, Library
from pactwright.library.reading import Form, Problems, Texts, YesNo, read
from pactwright.wording.parts import Defined, Item, Part, Parts, Section, Wording, Words, used_terms

_SENTENCE_END = re.compile(r"[.?!]\s*$")


class _TermForm(Form):
    means: str = ""
    plural: str = ""
    prints: str = ""
    home: str = ""
    acts: YesNo | None = None
    forbidden: Texts = ()
    drop: YesNo = False


def terms_from(tree: Any, problems: Problems, bases: Mapping[str, DefinedTerm]) -> dict[str, DefinedTerm]:  # noqa: ANN401 - a tree of text
    """The terms of terms.yml over those of the layers below it.

    The keys that it gives change those of a known term; `drop: yes` takes one out.
    """
    terms = dict(bases)
    for name, form in read(dict[str, _TermForm], tree, problems).items():
        if not form.drop:
            terms[name] = _term(form, bases.get(name, DefinedTerm(name)), problems)
        elif terms.pop(name, None) is None:
            seen, accepted = f'"{name}" is no term', f"one of {', '.join(bases)}"
            problems.add("unknown-word", name, seen, accepted, nearest(name, bases))
    return terms


def _term(form: _TermForm, base: DefinedTerm, problems: Problems) -> DefinedTerm:
    means = problems.parts(form.means, f"{base.name}.means") or base.means
    home = form.home or base.home
    if not (means or home):
        problems.add("missing-key", base.name, f'"{base.name}" has neither a meaning nor a home', "means or home")
    plural = form.plural or base.plural
    return DefinedTerm(
        base.name,
        means,
        "" if plural == "none" else plural,
        form.prints or base.prints,
        home,
        base.acts if form.acts is None else form.acts,
        form.forbidden or base.forbidden,
        place=problems.marks.place(base.name),
    )


class Finder:
    """Finds the uses of defined terms in words, longest first.

    >>> finder = Finder({"Project": DefinedTerm("Project"), "Project Data": DefinedTerm("Project Data")})
    >>> finder.found("use Project Data of the Project", starts=False)
    ('Project Data', 'Project')
    """

    def __init__(self, terms: Mapping[str, DefinedTerm]) -> None:
        names = {name: name for name in terms} | {term.plural: name for name, term in terms.items() if term.plural}
        self._names = names
        longest_first = sorted(names, key=len, reverse=True)
        pattern = "|".join(re.escape(name) for name in longest_first)
        self._pattern = re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])") if pattern else None

    def found(self, text: str, *, starts: bool) -> tuple[str, ...]:
        """The terms used in a text, in order; `starts` says that the text starts a sentence.

        A single word that starts a sentence is no use: its capital proves nothing.
        """
        if not self._pattern:
            return ()
        uses = dict.fromkeys(
            self._names[match[0]]
            for match in self._pattern.finditer(text)
            if " " in match[0] or not _starts_sentence(text, match.start(), starts=starts)
        )
        return tuple(uses)

    def wording(self, wording: Wording) -> Wording:
        """The wording with the terms of all its words filled in."""
        return replace(wording, sections=tuple(self._section(section) for section in wording.sections))

    def parts(self, parts: Parts, *, starts: bool) -> Parts:
        """The parts with the terms of all their words filled in."""
        marked: list[Part] = []
        for number, part in enumerate(parts):
            at_start = (starts and number == 0) or (number > 0 and _ends_sentence(parts[number - 1]))
            terms = self.found(part.text, starts=at_start) if isinstance(part, Words) else ()
            marked.append(replace(part, terms=terms) if isinstance(part, Words) and terms != part.terms else part)
        return tuple(marked)

    def _section(self, section: Section) -> Section:
        return replace(section, items=tuple(self._item(item, starts=True) for item in section.items))

    def _item(self, item: Item, *, starts: bool) -> Item:
        return replace(
            item,
            parts=self.parts(item.parts, starts=starts),
            items=tuple(self._item(child, starts=False) for child in item.items),
        )


def with_uses(terms: Mapping[str, DefinedTerm]) -> dict[str, DefinedTerm]:
    """The terms, each with the other terms that its meaning uses."""
    finder = Finder(terms)
    marked = {name: replace(term, means=finder.parts(term.means, starts=False)) for name, term in terms.items()}
    return {name: replace(term, uses=used_terms(term.means)) for name, term in marked.items()}


def dropped_findings(dropped: Mapping[str, DefinedTerm], library: Library) -> Iterator[Finding]:
    """A finding for each term that a layer took out and that something still uses, at the line that takes it out."""
    finder = Finder(dropped)
    sentences = _sentences(library) if dropped else ()
    uses = [(file, used_terms(finder.parts(parts, starts=True))) for file, parts in sentences]
    for name, term in dropped.items():
        if using := next((file for file, used in uses if name in used), ""):
            fix = "keep the term, or change or withdraw what uses it"
            yield Finding("term", "error", name, f'"{name}" is taken out, and {using} uses it', "", fix, term.place)


def _sentences(library: Library) -> Iterator[tuple[str, Parts]]:
    """Everything in a library that may use a term, with where it stands."""
    for option in (option for known in library.options.values() for option in known.values()):
        for item in (item for wording in option.wordings.values() for item in wording.walk()):
            yield item.file or option.file, item.parts
    for issue in library.issues.values():
        yield from ((issue.file, phrase.parts) for p in issue.parameters.values() for phrase in p.values)
    yield from ((f'the meaning of "{each.name}"', each.means) for each in library.terms.values())
    yield from ((f'the meaning of "{name}"', each.means) for name, each in library.columns.items())


def defined_terms(items: Iterable[Item]) -> tuple[str, ...]:
    """The terms that some items define."""
    return tuple(part.term for item in items for part in item.parts if isinstance(part, Defined))


def _ends_sentence(part: Part) -> bool:
    return isinstance(part, Words) and bool(_SENTENCE_END.search(part.text))


def _starts_sentence(text: str, at: int, *, starts: bool) -> bool:
    before = text[:at]
    return (starts and not before.strip()) or bool(_SENTENCE_END.search(before))
