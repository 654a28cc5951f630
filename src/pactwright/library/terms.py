"""Defined terms: read, found in wordings once at load, longest first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from pactwright.library.model import DefinedTerm
from pactwright.library.reading import Node
from pactwright.wording.parse import parsed_text
from pactwright.wording.parts import Defined, Item, Part, Parts, Section, Wording, Words

KEYS = ("means", "plural", "prints", "home", "acts", "forbidden")
_SENTENCE_END = re.compile(r"[.?!]\s*$")


def term_from(node: Node, name: str, base: DefinedTerm | None) -> DefinedTerm:
    """A term of terms.yml; in a later layer, the keys that it gives change those of the base."""
    node.only(KEYS)
    known = base or DefinedTerm(name)
    means, findings = parsed_text(node.text("means"))
    for finding in findings:
        node.problems.add(finding.rule, node.at("means"), finding.seen, finding.accepted, finding.fix)
    if not (means or known.means or node.text("home") or known.home):
        node.problems.add("missing-key", node.address, f'"{name}" has neither a meaning nor a home', "means or home")
    plural = node.text("plural", known.plural)
    return DefinedTerm(
        name,
        means or known.means,
        "" if plural == "none" else plural,
        node.text("prints", known.prints),
        node.text("home", known.home),
        node.yes_no("acts", default=known.acts),
        node.texts("forbidden") or known.forbidden,
        place=node.problems.marks.place(node.address),
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
            marked.append(
                replace(part, terms=self.found(part.text, starts=at_start)) if isinstance(part, Words) else part
            )
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


def used_terms(parts: Parts) -> tuple[str, ...]:
    """The terms that some parts use, without those that they define."""
    return tuple(dict.fromkeys(name for part in parts if isinstance(part, Words) for name in part.terms))


def defined_terms(items: Iterable[Item]) -> tuple[str, ...]:
    """The terms that some items define."""
    return tuple(part.term for item in items for part in item.parts if isinstance(part, Defined))


def _ends_sentence(part: Part) -> bool:
    return isinstance(part, Words) and bool(_SENTENCE_END.search(part.text))


def _starts_sentence(text: str, at: int, *, starts: bool) -> bool:
    before = text[:at]
    return (starts and not before.strip()) or bool(_SENTENCE_END.search(before))
