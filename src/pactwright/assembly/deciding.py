"""All that the structure of a document may depend on: which clauses and items stand, never what their blanks say.

Two specs with the same decisions have the same plan. No name, noun, amount, date or reason is among them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

from pactwright.document import Text
from pactwright.facts.conditions import Condition, tests_in
from pactwright.library.model import Library
from pactwright.printing.lookup import spec_texts
from pactwright.schedules.tables import has_rows, has_something_to_show
from pactwright.wording.parts import Blank, Kind

if TYPE_CHECKING:
    from pactwright.printing.context import DraftContext
    from pactwright.selection import Selected

Words: TypeAlias = tuple[str | int, ...] | None
"""The words of a parameter that the library has a phrase for, the position of any other; None where it is open."""


class IssueDecision(Struct, frozen=True):
    """The option of an issue, the wordings that print, how the conditions of its items come out, and its words.

    `is_undecided` says that it is not decided whether the issue stands at all. An issue whose choice is open has no
    option.
    """

    issue: str
    option: str
    kinds: tuple[Kind, ...]
    outcomes: tuple[bool | None, ...]
    words: tuple[tuple[str, Words], ...]
    is_undecided: bool = False


class RoleDecision(Struct, frozen=True):
    """The ids of the parties behind a role, of the one that leads them, and the role under whose noun they go."""

    role: str
    holders: tuple[str, ...]
    lead: str | None
    namesake: str


class Decisions(Struct, frozen=True):
    """The decisions of one document.

    `lists` are the lengths of the spec's lists that print as items (None: missing), `columns` the columns whose rows
    differ, so that their term prints, `unheld` those whose rows name no party at all, `shown` the parts of schedules
    ("budget#stages") with something to show, `listed` those with rows at all; `is_short` asks for the short form.
    """

    document: str
    issues: tuple[IssueDecision, ...]
    lists: tuple[tuple[str, int | None], ...]
    roles: tuple[RoleDecision, ...]
    columns: tuple[str, ...]
    unheld: frozenset[str]
    shown: frozenset[str]
    listed: frozenset[str]
    is_short: bool = False


def decisions(context: DraftContext) -> Decisions:
    """The decisions of a selection over a spec."""
    standing = [each for each in context.selection.issues.values() if each.stands]
    return Decisions(
        document=context.outline.document,
        issues=tuple(_issue(context, each) for each in standing),
        lists=tuple((name, _length(context, name)) for name in _lists(context, standing)),
        roles=tuple(_roles(context)),
        columns=tuple(name for name in context.library.columns if isinstance(context.names.column(name), Text)),
        unheld=frozenset(name for name in context.library.columns if context.names.is_unheld(name)),
        shown=frozenset(has_something_to_show(context)),
        listed=frozenset(has_rows(context)),
        is_short=context.is_short,
    )


def _issue(context: DraftContext, selected: Selected) -> IssueDecision:
    if not selected.option:
        return IssueDecision(selected.issue.id, "", selected.kinds, (), ())
    tested = item_conditions(context.library, selected.issue.id, selected.chosen)
    outcomes = tuple([context.met(selected, each) for each in tested])
    return IssueDecision(
        selected.issue.id, selected.chosen, selected.kinds, outcomes, tuple(_words(selected)), bool(selected.undecided)
    )


@lru_cache(maxsize=1024)
def item_conditions(library: Library, issue: str, option: str) -> tuple[Condition, ...]:
    """The conditions on which the items of an option stand, once each."""
    rules = library.options[issue][option].items.values()
    return tuple(dict.fromkeys(condition for rule in rules for condition in tests_in(rule.when)))


def _words(selected: Selected) -> Iterator[tuple[str, Words]]:
    for name, value in selected.values.items():
        known = {phrase.word for phrase in selected.issue.parameters[name].values}
        given = value if isinstance(value, tuple) else (value,)
        if not isinstance(value, Mapping):  # what has a value per party prints in a table
            yield name, None if value is None else tuple(w if w in known else n for n, w in enumerate(given))


def _lists(context: DraftContext, standing: list[Selected]) -> list[str]:
    """The lists of the spec that the chosen wordings print as items."""
    names = (spec_lists(context.library, each.issue.id, each.chosen) for each in standing if each.option)
    return list(dict.fromkeys(name for each in names for name in each))


@lru_cache(maxsize=1024)
def spec_lists(library: Library, issue: str, option: str) -> tuple[str, ...]:
    """The lists of the spec that an option prints as items."""
    parameters = library.issues[issue].parameters
    wordings = library.options[issue][option].wordings.values()
    parts = (part for wording in wordings for item in wording.walk() for part in item.parts)
    blanks = (part.name for part in parts if isinstance(part, Blank) and part.format == "items")
    return tuple(dict.fromkeys(name for name in blanks if name not in parameters))


def _length(context: DraftContext, name: str) -> int | None:
    """How many texts a list of the spec has, counting rows whose text is missing; None where it has no row."""
    return len(spec_texts(context.spec, name)) or None


def _roles(context: DraftContext) -> Iterator[RoleDecision]:
    names = context.names
    for role in context.library.vocabulary["roles"]:
        yield RoleDecision(role, tuple(names.holders(role)), names.lead(role), names.namesake(role))
