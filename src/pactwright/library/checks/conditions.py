"""What conditions test is there: parameters, chosen options, names of law, members of a set."""

from __future__ import annotations

from collections.abc import Iterator

from pactwright.facts import TABLE
from pactwright.facts.conditions import REACHES, Condition, Conditions, tests_in
from pactwright.findings import Finding, nearest
from pactwright.library.checks.blanks import facts_known, is_fact, known_laws
from pactwright.library.checks.place import in_file
from pactwright.library.conditions import BOUNDS
from pactwright.library.model import NONE, Issue, Library, Option


def issue_conditions(library: Library, issue: Issue) -> Iterator[Finding]:
    """The conditions of an issue: its own and its defaults' test facts and law, its parameters' whatever is known."""
    own = {"when": issue.when}
    own |= {f"default.{number}.when": each.when for number, each in enumerate(issue.defaults)}
    own |= {f"mou.{number}.when": each.when for number, each in enumerate(issue.mou)}
    for address, conditions in own.items():
        yield from condition_findings(
            library, issue, conditions, issue.file, issue.marks.place(address), is_choosing=True
        )
    for name, parameter in issue.parameters.items():
        place = issue.marks.place(f"parameters.{name}.when")
        yield from condition_findings(library, issue, parameter.when, issue.file, place)


def option_conditions(library: Library, option: Option) -> Iterator[Finding]:
    """The conditions of an option: its requirements test facts and law, its items whatever is known."""
    issue = library.issues.get(option.issue)
    if issue is None:
        return
    mou = tuple(each for standing in option.mou or () for each in standing.when)
    for key, conditions in (("requires", option.requires), ("mou", mou)):
        place = option.marks.place(key)
        yield from condition_findings(library, issue, conditions, option.file, place, is_choosing=True)
    for key, groups in (("needs", option.needs), ("conflicts", option.conflicts)):
        linked = tuple(tests_in(tuple(each for group in groups for link in group for each in link.when)))
        place = option.marks.place(key)
        for one in (one for one in linked if one.subject.startswith("param.")):
            yield from choosing_findings(library, one, option.file, place)  # values come when all is chosen
        others = tuple(one for one in linked if not one.subject.startswith("param."))
        yield from condition_findings(library, issue, others, option.file, place)
    for number, asked in enumerate(option.asks_reason):
        place = option.marks.place(f"asks-reason.{number}.when")
        yield from condition_findings(library, issue, asked.when, option.file, place)
    for number, each in enumerate(option.allocates):
        place = option.marks.place(f"allocates.{number}.when")
        yield from condition_findings(library, issue, each.when, option.file, place)
    for grant in option.gives:
        yield from condition_findings(library, issue, grant.when, option.file, grant.place)
    for name, rule in option.items.items():
        place = option.marks.place(f"items.{name}.when")
        yield from condition_findings(library, issue, rule.when, option.file, place)


def condition_findings(
    library: Library, issue: Issue | None, conditions: Conditions, file: str, place: str, *, is_choosing: bool = False
) -> Iterator[Finding]:
    """What is wrong with conditions at a place of a file.

    Those of no issue, and those that are tested while options are chosen, know facts and law only.
    """
    for condition in tests_in(conditions):
        kind, _, name = condition.subject.partition(".")
        if issue is None or is_choosing or kind not in {"param", "chosen"}:
            yield from choosing_findings(library, condition, file, place)
        elif kind == "chosen":
            yield from chosen_findings(library, condition, file, place)
        else:
            yield from _parameter(library, issue, name, file, place)


def choosing_findings(library: Library, condition: Condition, file: str, place: str) -> Iterator[Finding]:
    """What is wrong with a condition that is tested while options are chosen, when only facts and law are known."""
    kind, _, name = condition.subject.partition(".")
    if kind in {"param", "chosen"}:
        seen = f'"{condition.subject}" is not known while options are chosen'
        yield in_file("unknown-fact", file, seen, "facts and law", place=place)
    elif kind != "law":
        yield from fact_findings(library, condition, file, place)
    elif library.jurisdiction.id and name not in known_laws(library):
        seen, fix = f'"{condition.subject}" is not a name of law', nearest(name, known_laws(library))
        yield in_file("unknown-fact", file, seen, "", fix, place=place)


def fact_findings(library: Library, condition: Condition, file: str, place: str) -> Iterator[Finding]:
    """Roles that a fact counts, and words that it is held against, which the vocabulary does not have."""
    name = condition.subject
    if not is_fact(library, name):
        seen, fix = f'"{name}" is not a fact', nearest(name, facts_known(library))
        yield in_file("unknown-fact", file, seen, "see the table of facts", fix, place=place)
    elif condition.test == REACHES:
        yield from _figure(library, condition.operand[0], file, place)
    elif name in TABLE and TABLE[name].words and condition.test not in BOUNDS:
        known = library.vocabulary.get(TABLE[name].words, {})
        for word in condition.operand:
            if word not in known:
                seen, accepted = f'"{word}" is not a value of {name}', f"one of {', '.join(known)}"
                yield in_file("unknown-word", file, seen, accepted, nearest(word, known), place=place)


def _figure(library: Library, name: str, file: str, place: str) -> Iterator[Finding]:
    known = [f"law.{each}" for each in library.jurisdiction.figures]
    if library.jurisdiction.id and name not in known and name.removeprefix("law.") not in library.optional_law:
        seen, accepted = f'"{name}" is not a figure of law', f"one of {', '.join(known)}"
        yield in_file("unknown-figure", file, seen, accepted, nearest(name, known), place=place)


def _parameter(library: Library, own: Issue, name: str, file: str, place: str) -> Iterator[Finding]:
    """A parameter of the issue itself, or "topic/issue.x" of another."""
    other, _, key = name.rpartition(".")
    issue = library.issues.get(other) if other else own
    if issue is None:
        yield from _unknown_issue(library, other, file, place)
    elif key not in issue.parameters:
        seen, fix = f'"{key}" is not a parameter of {issue.id}', nearest(key, issue.parameters)
        yield in_file("unknown-parameter", file, seen, "", fix, place=place)


def _unknown_issue(library: Library, name: str, file: str, place: str) -> Iterator[Finding]:
    if name not in library.withdrawn:
        seen, fix = f'"{name}" is not an issue', nearest(name, library.issues)
        yield in_file("unknown-issue", file, seen, "", fix, place=place)


def chosen_findings(library: Library, condition: Condition, file: str, place: str) -> Iterator[Finding]:
    """What is wrong with a condition on the option of an issue."""
    name = condition.subject.removeprefix("chosen.")
    if name not in library.issues:
        yield from _unknown_issue(library, name, file, place)
        return
    known = library.options.get(name, {})
    for option in condition.operand:
        if option != NONE and option not in known and f"{name}/{option}" not in library.withdrawn:
            seen, accepted = f'"{option}" is not an option of {name}', f"one of {', '.join(known)}"
            yield in_file("unknown-option", file, seen, accepted, nearest(option, known), place=place)
