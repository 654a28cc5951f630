"""The kinds of paper that options can meet in: two parties or five, an agreement, a memorandum with data or without.

A kind settles what an option requires and no other option can change. The other facts that options require come with
the options (`FACTS` of tests/solving), and two of them that no project has at once keep their options apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import combinations, product

from pactwright.choices import checked_choices
from pactwright.drafting import Draft, selection_for
from pactwright.facts import facts_of
from pactwright.facts.conditions import Condition, outcome, tests_in
from pactwright.facts.fact import FactValue
from pactwright.library.bodies import around
from pactwright.library.model import MOU, NONE, Link, Option
from pactwright.selection import Selection
from pactwright.wording.parts import Kind
from tests.fitting import Fitting, Names
from tests.solving import FACTS, FIXED
from tests.stories import Tree, changed, draft, library, spec_of, spec_tree

PLACE = "au-nsw"
STORIES = {"two parties": "startup-pilot", "five parties": "two-cities"}
BROUGHT: Tree = {"name": "Old levels", "class": "partner", "personal": "no", "public_space": "no"}
DOCUMENTS: Mapping[str, tuple[str, Tree]] = {
    "pilot agreement": ("pilot-agreement", {}),
    "memorandum": ("mou", {"pilot.start": None}),
    "memorandum with data": ("mou", {"pilot.start": None, "datasets.brought": BROUGHT}),
}
"""The documents, each with what its story says otherwise: a memorandum holds most where no day of a start is set."""
SETTLED = (*FIXED, "data.shared_under_mou", "pilot.start")
"""The facts that a kind of paper settles."""
CLASHES = {
    frozenset(("funding.has_price is yes", "funding.paid is no")): "a price is paid",
    frozenset(("funding.has_target_cost is yes", "funding.paid is no")): "a target cost is paid",
    frozenset(("milestones.count is at least 1", "milestones.count is 0")): "some are not none",
}
"""Facts that no project has at once, beside two words for one fact, each with why."""


@dataclass(frozen=True)
class Paper:
    """A kind of paper."""

    parties: str
    title: str

    def __str__(self) -> str:
        return f"{self.title} of {self.parties}"

    @property
    def document(self) -> str:
        """The document, as an outline names it."""
        return DOCUMENTS[self.title][0]

    def tree(self, chosen: Iterable[str] = ()) -> Tree:
        """A spec of it in which some options are chosen: broad facts first, and last what is taken away."""
        asked = dict.fromkeys(each for name in chosen if name in self.options for each in self.asked(name))
        facts = [item for each in asked for item in FACTS[each].items()]
        facts.sort(key=lambda each: (each[0].count("."), each[1] is None))
        base = {"jurisdiction": PLACE, "model": None}
        tree = changed(spec_tree(STORIES[self.parties]), {**dict(facts), **base, **DOCUMENTS[self.title][1]})
        names = (name.rpartition("/") for name in chosen)
        return tree | {"choices": {issue: {"option": each, "reason": "a test"} for issue, _, each in names}}

    def draft(self, chosen: Iterable[str]) -> Draft:
        """A draft of it with some options."""
        return draft(self.tree(chosen), self.document)

    def selection(self, chosen: Iterable[str]) -> Selection:
        """What stands in it with some options."""
        spec, known = spec_of(self.tree(chosen)), library(PLACE)
        return selection_for(spec, checked_choices(spec, known), known, self.document)

    @cached_property
    def facts(self) -> Mapping[str, FactValue]:
        """The facts of it before an option brings its own."""
        spec = spec_of(changed(spec_tree(STORIES[self.parties]), {"jurisdiction": PLACE, **DOCUMENTS[self.title][1]}))
        return facts_of(spec, around(library(PLACE), spec, self.document))

    @cached_property
    def options(self) -> Mapping[str, tuple[Kind, ...]]:
        """The options that may print in it, with the kinds of their wording that do."""
        kinds = {name: self._kinds(option) for name, option in every_option().items() if self._may_hold(option)}
        return {name: each for name, each in kinds.items() if each}

    @cached_property
    def fitting(self) -> Fitting:
        """What goes together in it; each issue may be left out as well."""
        issues = dict.fromkeys(map(issue_of, self.options))
        groups = {issue: [name for name in self.options if issue_of(name) == issue] for issue in issues}
        for issue, names in groups.items():
            names.append(f"{issue}/{NONE}")
        needs = [(name, wanted) for name in self.options for wanted in self._needed(name, groups)]
        return Fitting(groups, needs, [*self._conflicts(groups), *self._unlike()])

    def left(self, *names: str) -> Names:
        """What may still be chosen where some options print; nothing where they cannot."""
        if not all(name in self.options for name in names):
            return 0
        silencing = {other for name in names for other in self.options if self._silences(other, name)}
        return self.fitting.left(*names, without=self.fitting.set_of(silencing))

    def filled(self, names: Iterable[str], new: Mapping[Names, Names] | None = None) -> tuple[str, ...]:
        """A choice in every issue beside some options that print; none where there is no such."""
        left = self.left(*names)
        return self.fitting.names(self.fitting.filled(left, new)) if left else ()

    def asked(self, name: str) -> Iterator[str]:
        """The facts that an option requires here, as `FACTS` knows them: what the paper settles needs no more."""
        for each in every_option()[name].requires:
            tests = [*tests_in((each,))]
            if not any(self._holds(test) for test in tests):
                yield " or ".join(str(test) for test in tests if test.subject not in SETTLED)

    def _holds(self, test: Condition) -> bool:
        """Whether the paper itself makes a test true."""
        return test.subject in SETTLED and outcome(test, self.facts.get(test.subject)) is True

    def _may_hold(self, option: Option) -> bool:
        """Whether what an option requires can come out true here."""
        return all(self.asked(f"{option.issue}/{option.id}"))

    def _kinds(self, option: Option) -> tuple[Kind, ...]:
        """The kinds of wording of an option that print; none where one of them is not written."""
        if self.document != MOU:
            return ("agreement",) if "agreement" in option.wordings else ()
        ways = option.mou or library(PLACE).issues[option.issue].mou
        standings = next((way.standings for way in ways if all(map(self._holds, tests_in(way.when)))), ())
        kinds = tuple(each for each in standings if each != "omit")
        return kinds if all(map(option.wording, kinds)) else ()

    def _silences(self, one: str, other: str) -> bool:
        """Whether an option that says which few issues bind leaves nothing of another one, which could only bind."""
        binds = every_option()[one].binds
        return bool(binds) and self.options[other] == ("binding",) and issue_of(other) not in (issue_of(one), *binds)

    def _needed(self, name: str, groups: Mapping[str, list[str]]) -> Iterator[list[str]]:
        """For each need of an option the names that meet it; a need of issues that the paper omits asks nothing."""
        for group in every_option()[name].needs:
            if links := [link for link in group if link.issue in groups]:
                yield [each for link in links for each in _named(link, groups)]

    def _conflicts(self, groups: Mapping[str, list[str]]) -> Iterator[tuple[str, str]]:
        """Each option with each name that it conflicts with."""
        for name in self.options:
            links = (link for group in every_option()[name].conflicts for link in group if link.issue in groups)
            yield from ((name, other) for link in links for other in _named(link, groups))

    def _unlike(self) -> Iterator[tuple[str, str]]:
        """Every two options that require facts which no project has at once."""
        asked = {name: frozenset(self.asked(name)) for name in self.options}
        yield from (two for two in combinations(asked, 2) if clash(asked[two[0]], asked[two[1]]))


def _named(link: Link, groups: Mapping[str, list[str]]) -> list[str]:
    """The names that a need or a conflict speaks of."""
    return [name for name in groups[link.issue] if link.matches(name.rpartition("/")[2])]


@cache
def clash(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether no project has two sets of facts at once."""
    return any(frozenset(two) in CLASHES or opposite(*two) for two in product(one, other))


def opposite(one: str, other: str) -> bool:
    """Whether two facts are two words for one thing.

    >>> opposite("funding.paid is no", "funding.paid is yes"), opposite("data.open is no", "funding.paid is no")
    (True, False)
    """
    plain = [each.partition(" is ")[0] for each in (one, other) if " or " not in each and " is at " not in each]
    return one != other and len(plain) == len({one, other}) and len({*plain}) == 1


@cache
def every_option() -> dict[str, Option]:
    """Every option by its full name, "topic/issue/option"."""
    known = library(PLACE).options.items()
    return {f"{issue}/{name}": option for issue, options in known for name, option in options.items()}


def issue_of(name: str) -> str:
    """The issue of an option."""
    return name.rpartition("/")[0]


PAPERS = tuple(Paper(parties, title) for parties, title in product(STORIES, DOCUMENTS))
