"""Choosing, issue by issue: spec before house library before model before the issue's own default."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeAlias

from pactwright.choices import CheckedChoice
from pactwright.facts.conditions import Conditions
from pactwright.findings import Finding
from pactwright.library.model import MOU, NONE, Default, Issue, Library, Option
from pactwright.selection.context import Outcomes, SelectionContext
from pactwright.selection.contradictions import contradictions_in
from pactwright.selection.plain import in_words
from pactwright.selection.result import Origin, PassedOver, Selected, Selection, Unmet
from pactwright.selection.unfit import unfit
from pactwright.selection.unheld import NOT_IN_DOCUMENT
from pactwright.selection.unmet import means
from pactwright.wording.parts import Kind

SAID: Mapping[Origin, str] = {
    "spec": "The spec takes",
    "house library": "The house library takes",
    "model": "The model takes",
    "library": "The library takes",
}


SpecChoices: TypeAlias = tuple[tuple[str, str, str], ...]
"""What a spec chose: issue, option ("" where it sets parameters alone), and the reason."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Every issue as it stands, without the values of its parameters, and what is wrong with the set."""

    issues: tuple[Selected, ...]
    findings: tuple[Finding, ...]
    unmet: tuple[Unmet, ...]
    contradictions: tuple[Finding, ...]


@lru_cache(maxsize=64)
def chosen_issues(
    document: str, model: str, asked: SpecChoices, unsettled: frozenset[str], outcomes: Outcomes, library: Library
) -> Chosen:
    """The option of every issue of a library, from what the spec asks for and how its facts answer the conditions.

    `unsettled` are the issues that the spec lists as open.
    """
    context = SelectionContext.of(library, outcomes)
    choosing = Choosing(
        context, {name: CheckedChoice(option, reason) for name, option, reason in asked}, document, model, unsettled
    )
    issues = {issue.id: choosing.selected(issue) for issue in library.issues.values()}
    left_out = unfit(Selection(document, {}, context, issues, ()))
    issues |= {name: _absent(library.issues[name], why, "library") for name, why in left_out.items()}
    issues = _limited(issues)
    wrong = contradictions_in(Selection(document, {}, context, issues, ()))
    return Chosen(tuple(issues.values()), tuple(choosing.findings), tuple(choosing.unmet), tuple(wrong))


def _limited(issues: dict[str, Selected]) -> dict[str, Selected]:
    """The issues, where an option says which few bind, without the binding wording of all others."""
    limits = [(name, each.option.binds) for name, each in issues.items() if each.option and each.option.binds]
    kept = {name for own, binds in limits for name in (own, *binds)} or set(issues)
    return {name: each if name in kept else _without_binding(each) for name, each in issues.items()}


def _without_binding(selected: Selected) -> Selected:
    return replace(selected, kinds=tuple(kind for kind in selected.kinds if kind != "binding"))


class Choosing:
    """Chooses the option of each issue of a library for one spec and document, and notes what cannot be had."""

    def __init__(
        self,
        context: SelectionContext,
        choices: Mapping[str, CheckedChoice],
        document: str,
        model: str,
        unsettled: frozenset[str],
    ) -> None:
        self.unsettled = unsettled
        self.context, self.library, self.choices, self.document = context, context.library, choices, document
        self.model = context.library.models.get(model)
        self.findings: list[Finding] = []
        self.unmet: list[Unmet] = list(self._of_model())

    def selected(self, issue: Issue) -> Selected:
        """The issue with the first candidate that may stand in the document."""
        choice = self.choices.get(issue.id, CheckedChoice())
        offered = self._offered(issue)
        applies = self.context.holds(issue.when)
        if not offered:
            self._note_unused(issue, choice)
            return _absent(issue, f"It does not stand in {self._the_document}.", "library")
        if issue.id in self.unsettled:
            return self._opened(issue, offered, (f"choices.{issue.id}",), "The spec lists it as open.", "spec")
        if choice.option == NONE:
            return _absent(issue, choice.reason, "spec")
        if applies is False and not choice.option:
            untrue = next(each for each in issue.when if self.context.holds((each,)) is False)
            return _absent(issue, f"It is needed only if {self._said(issue.id, (untrue,))}.", "library")
        return self._taken(issue, choice, offered)

    def _taken(self, issue: Issue, choice: CheckedChoice, offered: Mapping[str, Option]) -> Selected:
        skipped: list[str] = []
        missing: list[str] = []
        for origin, default in self._candidates(issue, choice):
            if self.context.holds(default.when) is None:
                missing.extend(self.context.undecided(default.when))
            why_not = self._why_not(issue, origin, default, offered)
            if why_not is None and origin != "spec" and (facts := self._deciding(default, offered, missing)):
                reason = " ".join(skipped)
                return self._opened(issue, offered, facts, reason, origin)
            if why_not is None and default.option == NONE:
                return _absent(issue, self._reason(issue, origin, default, skipped), origin)
            if why_not is None:
                reason = self._reason(issue, origin, default, skipped)
                return self._selected(issue, offered[default.option], origin, reason, missing)
            skipped.extend([why_not] if why_not else [])
        option = self._any_that_fits(issue, offered)
        reason = " ".join(["No other option can be had.", *skipped])
        return self._selected(issue, option, "library", reason, missing)

    def _any_that_fits(self, issue: Issue, offered: Mapping[str, Option]) -> Option:
        """The first option whose requirements may hold; where every one forbids the facts, the first, and an error."""
        failed = {name: self._failed(option.requires) for name, option in offered.items()}
        fitting = next((name for name in offered if not failed[name]), None)
        if fitting is None:
            for name, conditions in failed.items():
                choice = f"no option of {issue.id} goes with the facts of this spec: {name}"
                self.unmet.append(Unmet("requires", choice, f"choices.{issue.id}", conditions, ""))
        return offered[fitting or next(iter(offered))]

    def _deciding(self, default: Default, offered: Mapping[str, Option], missing: list[str]) -> tuple[str, ...]:
        """The facts that are missing and decide between a default and one that was passed over for them.

        They do so where the default leaves the issue out, or requires something of the same facts.
        """
        if default.option == NONE:
            return tuple(dict.fromkeys(missing))
        unmet = self.context.undecided(offered[default.option].requires)
        return tuple(fact for fact in dict.fromkeys(missing) if fact in unmet)

    def _opened(
        self, issue: Issue, offered: Mapping[str, Option], awaits: tuple[str, ...], reason: str, origin: Origin
    ) -> Selected:
        """The issue without an option, with those from which it may be chosen, and what has to be settled first."""
        on_table = {name: each for name, each in offered.items() if not self._failed(each.requires)}
        kinds = tuple(dict.fromkeys(kind for each in on_table.values() for kind in self._kinds(each)))
        others = tuple(self._passed_over(each) for each in self.library.options[issue.id].values())
        return Selected(issue, None, reason, origin, kinds, others, (), {}, tuple(on_table), awaits)

    def _selected(self, issue: Issue, option: Option, origin: Origin, reason: str, missing: list[str]) -> Selected:
        others = (each for each in self.library.options[issue.id].values() if each is not option)
        passed_over = tuple(self._passed_over(each) for each in others)
        own = (*self.context.undecided(issue.when), *self.context.undecided(option.requires))
        open_facts = tuple(dict.fromkeys((*own, *missing)))
        return Selected(issue, option, reason, origin, self._kinds(option), passed_over, open_facts, {})

    def _candidates(self, issue: Issue, choice: CheckedChoice) -> Iterator[tuple[Origin, Default]]:
        """Who proposes what, in the order of precedence."""
        if choice.option:
            yield "spec", Default(choice.option, (), choice.reason)
        house = self.library.house_defaults.get(issue.id)
        if house and house.option:
            yield "house library", Default(house.option)
        if self.model:
            yield from (("model", default) for default in self.model.choices.get(issue.id, ()))
        yield from (("library", default) for default in issue.defaults)

    def _why_not(self, issue: Issue, origin: Origin, default: Default, offered: Mapping[str, Option]) -> str | None:
        """Why a candidate cannot be taken ("" for no reason worth telling); None when it can."""
        when = self.context.holds(default.when)
        if when is False:
            return (
                ""
                if origin == "library"
                else f"{SAID[origin]} {default.option} only if {self._said(issue.id, default.when)}."
            )
        if when is None:
            missing = ", ".join(map(means, self.context.undecided(default.when)))
            return f"{default.option} was passed over because {missing} is not known."
        if default.option == NONE:
            return None
        if default.option not in offered:
            return self._not_offered(issue, origin, default.option)
        return self._requirements(issue, origin, offered[default.option])

    def _not_offered(self, issue: Issue, origin: Origin, option: str) -> str:
        if withdrawn := self.library.withdrawn.get(f"{issue.id}/{option}"):
            return f"{option} is withdrawn: {withdrawn.reason}"
        why = f"{option} has no wording for {self._the_document}"
        if origin == "spec" and option in self.library.options.get(issue.id, {}):
            accepted, fix = f"one of {', '.join(self._offered(issue))}", "the next candidate is taken there"
            self.findings.append(Finding(NOT_IN_DOCUMENT, "note", f"choices.{issue.id}", why, accepted, fix))
        return f"{why}."

    def _requirements(self, issue: Issue, origin: Origin, option: Option) -> str | None:
        """Why an option's requirements forbid it; one that the spec chose is an error and stays."""
        failed = self._failed(option.requires)
        if origin != "spec":
            return f"{option.id} requires that {self._said(issue.id, failed)}." if failed else self._asks(option)
        if not failed:
            return None
        instead = f"another option of {issue.id}"
        self.unmet.append(Unmet("requires", f"{issue.id}: {option.id}", f"choices.{issue.id}", failed, instead))
        return None

    def _asks(self, option: Option) -> str | None:
        """Why nobody but the spec may choose an option: the facts ask a reason for it."""
        asked = next((each for each in option.asks_reason if each.is_of_facts and self.context.holds(each.when)), None)
        return (
            f"{option.id} asks a reason of the spec: {asked.because or self._said(option.issue, asked.when)}."
            if asked
            else None
        )

    def _reason(self, issue: Issue, origin: Origin, default: Default, skipped: list[str]) -> str:
        model = f"The model {self.model.title} sets it." if self.model else ""
        only = f" if {self._said(issue.id, default.when)}" if default.when else ""
        own: Mapping[Origin, str] = {
            "spec": default.reason or "The spec chooses it.",
            "house library": "It is the default of the house library.",
            "model": default.reason or model,
            "library": f"It is the default{only}.",
        }
        return " ".join([own[origin], *skipped])

    def _offered(self, issue: Issue) -> dict[str, Option]:
        return {name: option for name, option in self.library.options.get(issue.id, {}).items() if self._kinds(option)}

    def _kinds(self, option: Option) -> tuple[Kind, ...]:
        """The wordings of an option that print in the document; none when it has not all of them."""
        if self.document != MOU:
            return ("agreement",) if "agreement" in option.wordings else ()
        mou = option.mou or self.library.issues[option.issue].mou
        standings = next((each.standings for each in mou if self.context.holds(each.when) is not False), ("omit",))
        kinds: tuple[Kind, ...] = ("statement", "binding")
        kinds = tuple(kind for kind in kinds if kind in standings)
        return kinds if all(option.wording(kind) for kind in kinds) else ()

    def _passed_over(self, option: Option) -> PassedOver:
        failed = self._failed(option.requires)
        if failed:
            return PassedOver(option.id, f"It requires that {self._said(option.issue, failed)}.")
        if not self._kinds(option):
            return PassedOver(option.id, f"It has no wording for {self._the_document}.")
        if asked := self._asks(option):
            return PassedOver(option.id, f"{option.when_to_use} {asked}")
        return PassedOver(option.id, option.when_to_use)

    def _failed(self, conditions: Conditions) -> Conditions:
        return tuple(each for each in conditions if self.context.holds((each,)) is False)

    def _note_unused(self, issue: Issue, choice: CheckedChoice) -> None:
        """A choice for an issue that this kind of document does not hold is said, not dropped."""
        if issue.id in self.choices and choice.option != NONE:
            seen = f"{issue.id} does not stand in {self._the_document}"
            fix = "it takes effect in a pilot agreement"
            self.findings.append(Finding(NOT_IN_DOCUMENT, "note", f"choices.{issue.id}", seen, "", fix))

    def _of_model(self) -> Iterator[Unmet]:
        if self.model and (failed := self._failed(self.model.requires)):
            yield Unmet("model-requires", f"the model {self.model.id}", "model", failed, "another model")

    def _said(self, issue: str, conditions: Conditions) -> str:
        return in_words(self.library, issue, conditions)

    @property
    def _the_document(self) -> str:
        title = self.library.vocabulary.get("documents", {}).get(self.document, {}).get("title", self.document)
        return f"a {title.lower()}"


def _absent(issue: Issue, reason: str, origin: Origin) -> Selected:
    return Selected(issue, None, reason, origin, (), (), (), {})
