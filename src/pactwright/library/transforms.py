"""What a jurisdiction changes in library text, once per option and before any value is filled in.

Only plain words and headings are changed: names of parties, laws and places, and whatever a spec says, are blanks
and stay as they are. A defined term keeps its name as its key and prints as its own changed text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from pactwright.library.model import Issue, Jurisdiction, Library, Option, Phrase
from pactwright.library.options import versioned
from pactwright.wording.parts import Item, Part, Parts, Wording, Words

_WORD = re.compile(r"[\w-]+|[^\w\s-]")


def adapted(library: Library) -> Library:
    """The library with the jurisdiction's verb, words and spelling, and with the versions of its options."""
    transform = Transform(library.jurisdiction)
    issues = {name: _changed_issue(issue, transform) for name, issue in library.issues.items()}
    return replace(
        library,
        read=library.digest,
        issues=issues,
        options={
            issue: {
                name: versioned(_changed_option(option, transform), issues[issue]) for name, option in known.items()
            }
            for issue, known in library.options.items()
        },
        terms={
            name: replace(term, prints=transform.text(term.prints or name), means=transform.parts(term.means))
            for name, term in library.terms.items()
        },
        columns={name: replace(each, means=transform.parts(each.means)) for name, each in library.columns.items()},
        concerned={name: replace(each, means=transform.parts(each.means)) for name, each in library.concerned.items()},
    )


class Transform:
    """The changes of one jurisdiction: the verb of duty, the words for clauses, the spelling."""

    def __init__(self, jurisdiction: Jurisdiction) -> None:
        changes = {"must": jurisdiction.verb, **jurisdiction.words, **jurisdiction.spelling}
        self._changes = {old: new for old, new in changes.items() if old != new}
        longest_first = sorted(self._changes, key=len, reverse=True)
        pattern = "|".join(re.escape(word) for word in longest_first)
        self._first_words = {_WORD.findall(old.lower())[0] for old in longest_first}
        self._pattern = re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])", re.IGNORECASE) if pattern else None

    def text(self, text: str) -> str:
        """The text with every listed word changed, its capitals kept.

        >>> Transform(Jurisdiction("us", "", spelling={"licence": "license"})).text("A Licence or licences.")
        'A License or licences.'
        """
        if not self._pattern or self._first_words.isdisjoint(_WORD.findall(text.lower())):  # most have none of them
            return text
        return self._pattern.sub(self._changed, text)

    def parts(self, parts: Parts) -> Parts:
        """The parts with their words changed."""
        return tuple(self._part(part) for part in parts)

    def wording(self, wording: Wording) -> Wording:
        """The wording with all its text changed."""
        return _mapped(wording, self.text, self.parts)

    def _part(self, part: Part) -> Part:
        if not isinstance(part, Words):
            return part
        text = self.text(part.text)
        return part if text == part.text else replace(part, text=text)

    def _changed(self, match: re.Match[str]) -> str:
        new = self._changes.get(match[0].lower(), match[0])
        if match[0].isupper() and len(match[0]) > 1:
            return new.upper()
        return new[:1].upper() + new[1:] if match[0][0].isupper() else new


def _mapped(wording: Wording, text: Callable[[str], str], parts: Callable[[Parts], Parts]) -> Wording:
    def item(each: Item) -> Item:
        return replace(each, parts=parts(each.parts), items=tuple(item(child) for child in each.items))

    return replace(
        wording,
        sections=tuple(
            replace(section, heading=text(section.heading), items=tuple(item(each) for each in section.items))
            for section in wording.sections
        ),
    )


def _changed_issue(issue: Issue, transform: Transform) -> Issue:
    parameters = {
        name: replace(p, values=tuple(Phrase(v.word, transform.parts(v.parts)) for v in p.values))
        for name, p in issue.parameters.items()
    }
    return replace(issue, heading=transform.text(issue.heading), parameters=parameters)


def _changed_option(option: Option, transform: Transform) -> Option:
    return replace(
        option,
        wordings={kind: transform.wording(wording) for kind, wording in option.wordings.items()},
        provides={name: transform.text(phrase) for name, phrase in option.provides.items()},
    )
