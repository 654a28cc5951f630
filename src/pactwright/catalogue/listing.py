"""The issues and options that some filters leave, such as those of an article, of a stance, or for a bad day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pactwright.catalogue.order import Article, articles, by_stance, documents_with, in_document_order
from pactwright.catalogue.records import ListedIssue, ListedOption, Listing, Named
from pactwright.errors import UsageError
from pactwright.findings import nearest
from pactwright.library.model import Issue, Library, Option
from pactwright.library.places import JURISDICTIONS, jurisdictions
from pactwright.library.prebuilt import library_for


@dataclass(frozen=True)
class Catalogue:
    """A library, the house over it if any, and the filters that were asked for, by name; "" asks for nothing.

    `place` is that of the library where no filter asks for one.
    """

    house: Path | None
    filters: Mapping[str, str]
    place: str = ""

    @cached_property
    def library(self) -> Library:
        """The library of the place that was asked for."""
        return library_for(self.filters.get("place") or self.place, self.house)

    @cached_property
    def articles(self) -> tuple[Article, ...]:
        """The parts of an agreement."""
        return articles(self.library, self.house)

    def listing(self) -> Listing:
        """The issues that have an option left; raises UsageError with every filter that nothing has."""
        asked = {name: value for name, value in self.filters.items() if value}
        wrong = [
            _unknown(name, value, KNOWN[name](self)) for name, value in asked.items() if value not in KNOWN[name](self)
        ]
        if wrong:
            raise UsageError("; ".join(wrong))
        issues = (self.library.issues[name] for name in in_document_order(self.library, self.house))
        left = ((issue, self._options(issue, asked)) for issue in issues if self._is_wanted(issue, asked))
        return Listing(asked, tuple(self._listed(issue, options) for issue, options in left if options))

    def article_of(self, issue: str) -> str:
        """The heading of the part in which an issue stands; "" where no agreement has it."""
        return next((each.heading for each in self.articles if issue in each.issues), "")

    def _is_wanted(self, issue: Issue, asked: Mapping[str, str]) -> bool:
        return all(_ISSUE_TESTS[name](self, issue, value) for name, value in asked.items() if name in _ISSUE_TESTS)

    def _options(self, issue: Issue, asked: Mapping[str, str]) -> tuple[Option, ...]:
        every = by_stance(self.library, self.library.options[issue.id].values())
        tests = [(_OPTION_TESTS[name], value) for name, value in asked.items() if name in _OPTION_TESTS]
        return tuple(each for each in every if all(test(self, each, value) for test, value in tests))

    def _listed(self, issue: Issue, options: Iterable[Option]) -> ListedIssue:
        seeds, defaults = self.library.seeds, {each.option for each in issue.defaults}
        days = (day for option in self.library.options[issue.id].values() for day in option.answers)
        return ListedIssue(
            issue.id,
            issue.question,
            issue.purpose,
            self.article_of(issue.id),
            documents_with(self.library, issue.id, self.house),
            len(issue.parameters),
            tuple(Named(each, seeds.barriers[each].title) for each in issue.barriers),
            tuple(Named(each, seeds.resources[each].title) for each in issue.resources),
            tuple(Named(each, seeds.bad_days[each].title) for each in dict.fromkeys(days) if each in seeds.bad_days),
            tuple(_listed_option(each, is_default=each.id in defaults) for each in options),
            dict(issue.waits),
        )


def _listed_option(option: Option, *, is_default: bool) -> ListedOption:
    return ListedOption(
        f"{option.issue}/{option.id}",
        option.title,
        option.summary,
        option.stance,
        is_default,
        tuple(map(str, option.asks_reason)),
        option.version,
        option.review.status,
    )


def _unknown(name: str, value: str, known: Iterable[str]) -> str:
    names = tuple(known)
    noun = _NOUNS.get(name, f"a {name}")
    return f'"{value}" is not {noun}; one of {", ".join(names)}; {nearest(value, names)}'.rstrip("; ")


def _topic(issue: str) -> str:
    return issue.partition("/")[0]


def _is_own(catalogue: Catalogue, option: Option, place: str) -> bool:
    """Whether the law of a place gives an option items of its own, or makes an item of its issue mandatory."""
    files = (option.file, *(item.file for wording in option.wordings.values() for item in wording.walk()))
    required = {each.issue for each in catalogue.library.jurisdiction.mandatory}
    return option.issue in required or any(f"{JURISDICTIONS}/{place}/" in each for each in files)


_NOUNS = {"article": "an article", "issue": "an issue or a topic", "bad-day": "a bad day"}
KNOWN: Mapping[str, Callable[[Catalogue], tuple[str, ...]]] = {
    "article": lambda all_: tuple(name for each in all_.articles for name in (each.id, str(each.number))),
    "issue": lambda all_: (*dict.fromkeys(map(_topic, all_.library.issues)), *all_.library.issues),
    "stance": lambda all_: tuple(all_.library.vocabulary["stances"]),
    "barrier": lambda all_: tuple(all_.library.seeds.barriers),
    "resource": lambda all_: tuple(all_.library.seeds.resources),
    "bad-day": lambda all_: tuple(all_.library.seeds.bad_days),
    "document": lambda all_: tuple(all_.library.vocabulary["documents"]),
    "place": lambda all_: jurisdictions(house=all_.house),
}
"""What may be asked for, by filter."""
_ISSUE_TESTS: Mapping[str, Callable[[Catalogue, Issue, str], bool]] = {
    "article": lambda all_, issue, asked: any(
        issue.id in each.issues for each in all_.articles if asked in {each.id, str(each.number)}
    ),
    "issue": lambda _, issue, asked: asked in {issue.id, _topic(issue.id)},
    "barrier": lambda _, issue, asked: asked in issue.barriers,
    "resource": lambda _, issue, asked: asked in issue.resources,
    "document": lambda all_, issue, asked: asked in documents_with(all_.library, issue.id, all_.house),
}
_OPTION_TESTS: Mapping[str, Callable[[Catalogue, Option, str], bool]] = {
    "stance": lambda _, option, asked: option.stance == asked,
    "bad-day": lambda _, option, asked: asked in option.answers,
    "place": _is_own,
}
