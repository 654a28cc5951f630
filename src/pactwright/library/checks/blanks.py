"""Blanks name something that exists, in a format that exists."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pactwright.facts import TABLE
from pactwright.facts.conditions import Condition
from pactwright.facts.roles import GROUPS, counted_role
from pactwright.findings import Finding, nearest
from pactwright.library.checks.place import Place, covered
from pactwright.library.checks.references import is_guarded
from pactwright.library.model import Issue, Library
from pactwright.library.words import words_of
from pactwright.wording.checks import COLUMN_FORMS, PARTY_FORMS
from pactwright.wording.parts import Blank

Problem = Callable[..., Finding]
FORMATS = (
    "money",
    "percent",
    "date",
    "days",
    "business_days",
    "hours",
    "months",
    "years",
    "days_notice",
    "business_days_notice",
    "times",
    "at_most",
    "number",
    "count",
    "list",
    "party",
    "words",
    "items",
    "text",
)
WHOLE = ("items", "text")


def known_blanks(place: Place) -> Iterator[Finding]:
    """Every blank of an item names something, and stands alone where its format fills a whole item."""
    for blank in (part for part in place.item.parts if isinstance(part, Blank)):
        yield from blank_findings(place.library, place.issue, blank, place.problem)
        parameter = place.issue.parameters.get(blank.name)
        if parameter and parameter.options and place.option.id not in parameter.options:
            seen = f"{blank.name} is a parameter of {', '.join(parameter.options)} and of no other option"
            fix = "" if parameter.brought_by else "leave for: out, which follows from the wording; or bring it in"
            accepted = "one of its own: parameters: in its front matter"
            yield place.problem("parameter-for", _mark(blank), seen, accepted, fix)
        if _may_be_absent(place, blank.name):
            seen = f"{blank.name} may stay out, and nothing here says that it stands"
            yield place.problem("optional", _mark(blank), seen, f"an item with when: - param.{blank.name}: present")
        if blank.format == "text":
            seen, accepted = '"| text" prints a sentence of a spec in a clause', "the Background, or a schedule"
            yield place.problem("text", _mark(blank), seen, accepted)
        if blank.format in WHOLE and len(place.item.parts) > 1:
            seen = f'"| {blank.format}" stands beside other words'
            yield place.problem("whole-item", _mark(blank), seen, "an item of its own")
        other = blank.name.rpartition(".")[0]
        if other in place.library.issues and not (
            is_guarded(place, other) or covered(place.library, place.option, other)
        ):
            yield place.problem("reference", _mark(blank), f"{other} may be absent", "", f"needs: - {other}: any")


def _may_be_absent(place: Place, name: str) -> bool:
    """Whether a blank prints an optional parameter in an item that also stands without its value."""
    parameter = place.issue.parameters.get(name)
    guard = Condition(f"param.{name}", "present")
    guarded = (item for item in place.way if item in place.option.items)
    return bool(parameter and parameter.optional) and not any(guard in place.option.items[i].when for i in guarded)


def blank_findings(library: Library, issue: Issue | None, blank: Blank, problem: Problem) -> Iterator[Finding]:
    """What is wrong with a blank of an issue, or of a place, which has no parameters; `problem` makes the finding."""
    if blank.name in library.vocabulary.get("roles", {}):
        if blank.format not in PARTY_FORMS:
            accepted = f"one of {', '.join(PARTY_FORMS[1:])}"
            yield problem("format", _mark(blank), f'"{blank.format}" is not a form of a role', accepted)
        return
    if blank.name in library.columns and blank.format not in COLUMN_FORMS:
        accepted = f"one of {', '.join(COLUMN_FORMS[1:])}"
        yield problem("format", _mark(blank), f'"{blank.format}" is not a form of a column', accepted)
    elif blank.name not in library.columns and blank.format and blank.format not in FORMATS:
        accepted, fix = f"one of {', '.join(FORMATS)}", nearest(blank.format, FORMATS)
        yield problem("format", _mark(blank), f'"{blank.format}" is not a format', accepted, fix)
    if not is_known(library, issue, blank.name):
        facts = (f"fact.{name}" for name in facts_known(library))
        names = [*(issue.parameters if issue else ()), *library.columns, *facts]
        seen = f'"{{{{ {blank.name} }}}}" is no parameter, fact, law, role or column'
        yield problem("unknown-blank", _mark(blank), seen, "", nearest(blank.name, names))


def is_known(library: Library, issue: Issue | None, name: str) -> bool:
    """Whether a blank of an issue, or of a meaning that belongs to none, names something that exists."""
    own = (*issue.parameters, *issue.provides) if issue else tuple(library.vocabulary.get("roles", {}))
    if name in {*own, *library.columns, *library.vocabulary.get("lists", {})}:
        return True
    if name.startswith("fact."):
        return is_fact(library, name.removeprefix("fact."))
    if name.startswith("law."):
        return not library.jurisdiction.id or name.removeprefix("law.") in known_laws(library)
    other, _, key = name.rpartition(".")
    lender = library.issues.get(other)
    return lender is not None and (key in lender.parameters or key in lender.provides)


def is_fact(library: Library, name: str) -> bool:
    """Whether a fact is one of the table, or counts those who have a role of the vocabulary."""
    counted = counted_role(name)
    return name in TABLE or bool(counted and counted[1] in words_of(library.vocabulary)[counted[0]])


def facts_known(library: Library) -> list[str]:
    """The names of all facts, those included that count a role of the vocabulary."""
    words = words_of(library.vocabulary)
    return [*TABLE, *(f"{group}.{role}s" for group, roles in GROUPS.items() for role in words[roles])]


def known_laws(library: Library) -> set[str]:
    """The names, flags and figures of law of the library's place, and the optional ones that another place has."""
    return {*library.jurisdiction.law, *library.jurisdiction.figures, *library.optional_law}


def _mark(blank: Blank) -> tuple[int, int]:
    return blank.line, blank.column
