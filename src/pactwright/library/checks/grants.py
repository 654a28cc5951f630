"""Who may do what with data: rights of the vocabulary, items that the option has, rows and cases that there can be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pactwright.facts.conditions import Condition, Conditions, all_hold, outcome, tests_in
from pactwright.findings import Finding, nearest
from pactwright.library.checks.place import in_file
from pactwright.library.checks.worlds import World, worlds
from pactwright.library.model import DECIDE, HOLD, FieldTest, Grant, Library, Option
from pactwright.spec.form import place_at, words_at

TABLE: Final = "datasets"
FORMS: Final = ("concerned", "lead", "deciding", "others", "holding")
"""The party that a set concerns, the lead of a side, those that decide about the set, those that do not, and those of
them that hold it."""
RESTS: Final = {"deciding": {DECIDE}, "others": {DECIDE}, "holding": {DECIDE, HOLD}}
"""The rights that a form rests on, so that it cannot say who has them."""


def grants_are_known(library: Library, option: Option) -> Iterator[Finding]:
    """Every entry names rights, a party and an item that there are, and can hold in some case."""
    rights = tuple(library.vocabulary.get("data_rights", ()))
    for each in option.gives:
        place = each.place
        for right in (right for right in each.rights if right not in rights):
            seen, accepted = f'"{right}" is no right in data', f"one of {', '.join(rights)}"
            yield in_file("unknown-word", option.file, seen, accepted, nearest(right, rights), place=place)
        if each.item not in option.ids():
            seen, accepted = f'the option has no item "{each.item}"', "the id of the item that gives it"
            yield in_file("gives", option.file, seen, accepted, nearest(each.item, option.ids()), place=place)
        for issue in (issue for issue in each.yields if issue not in library.issues):
            fix = nearest(issue, library.issues)
            yield in_file("unknown-issue", option.file, f'"{issue}" is not an issue', "", fix, place=place)
        yield from _receiver(library, option, each, place)
        yield from _rows(option, each, place)
        yield from _cases(library, option, each, place)


def _receiver(library: Library, option: Option, entry: Grant, place: str) -> Iterator[Finding]:
    """What is wrong with whom an entry names."""
    table, _, column = entry.to.partition(".")
    role, _, form = entry.to.partition(" | ")
    roles = library.vocabulary.get("roles", {})
    if table == TABLE:
        is_there = f"{TABLE}.{column}" in library.columns
    else:
        is_there = role in roles and (not form or form in FORMS)
    if not is_there:
        accepted = f"a role, a role and a form ({', '.join(FORMS)}), or a column with a party such as {TABLE}.holder"
        yield in_file("gives", option.file, f'"{entry.to}" is nobody who has a right', accepted, place=place)
    if rests := sorted(RESTS.get(form, set()) & {*entry.rights}):
        seen = f'"{entry.to}" rests on who may {" and ".join(rests)}, and cannot say it'
        accepted = "a role, or a column of the register"
        yield in_file("gives", option.file, seen, accepted, place=place)


def _rows(option: Option, entry: Grant, place: str) -> Iterator[Finding]:
    """Tests of fields that no data set has, or that none can pass."""
    for name, test in entry.rows.items():
        address = f"{TABLE}.any-id.{name}"
        if not place_at(address):
            yield in_file("gives", option.file, f'a data set has no "{name}"', "a field of datasets", place=place)
            continue
        words = words_at(address)
        for each in (each for each in test.words if words and each not in words):
            seen = f'"{name}" of a data set is never "{each}"'
            yield in_file("gives", option.file, seen, f"one of {', '.join(words)}", nearest(each, words), place=place)
        if words and _passes_none(test, words):
            yield in_file("gives", option.file, f'no data set passes the test of "{name}"', "some rows", place=place)


def _passes_none(test: FieldTest, words: tuple[str, ...]) -> bool:
    return test.test == "not" and set(words) <= set(test.words)


def _cases(library: Library, option: Option, entry: Grant, place: str) -> Iterator[Finding]:
    """Conditions that hold in no case in which the item stands."""
    rule = option.items.get(entry.item)
    conditions = (*entry.when, *(rule.when if rule else ()))
    cases = list(worlds(library, option, tuple(dict.fromkeys(tests_in(conditions))))) if entry.when else []
    if cases and not any(_holds(conditions, case) for case in cases):
        said = " and ".join(map(str, entry.when))
        seen = f'"{entry.item}" never stands where {said}'
        yield in_file("gives", option.file, seen, "a case in which it stands", "take the entry out", place=place)


def _holds(conditions: Conditions, world: World) -> bool:
    def result(condition: Condition) -> bool | None:
        return outcome(condition, world[condition.subject])

    return all_hold(conditions, result) is not False
