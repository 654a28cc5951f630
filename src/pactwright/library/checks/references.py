"""References lead to something that stands in every document in which the citing item stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from pactwright.facts.conditions import Condition
from pactwright.findings import Finding, nearest
from pactwright.library.checks.place import Place, covered, has_part
from pactwright.library.model import NONE, Issue
from pactwright.wording.parts import Blank, Cite, Target, Wording, Words, plain

COMPUTED = ("survives", "binding")
_SINGULAR = re.compile(r" (?:also |alone )?((?!(?:always|as|besides|its|less|this|thus|unless)\b)[a-z]+s)\b")
"""The verb of one subject: behind a reference that is one, nearly every word that ends so."""
_SUBJECT = re.compile(r"(?:[.;:,] |\b(?:as|what|that|which|where|if|unless|than|when|and|because) )$", re.IGNORECASE)
_THIS = re.compile(r"\bthis clause\b", re.IGNORECASE)
GUARD = "or an item that stands only where they do: when: - chosen.topic/issue: any"
Problem: TypeAlias = tuple[str, str, str]


def known_references(place: Place) -> Iterator[Finding]:
    """Every target of every reference of an item is there."""
    for cite in (part for part in place.item.parts if isinstance(part, Cite)):
        for target in cite.targets:
            for seen, accepted, fix in TARGETS[target.kind](place, target):
                yield place.problem("reference", (cite.line, cite.column), seen, accepted, fix)
        if all(target.optional for target in cite.targets) and cite.targets:
            seen, accepted = (
                "all that this reference names may be absent",
                "a list that keeps one without a question mark",
            )
            yield place.problem("reference", (cite.line, cite.column), seen, accepted, GUARD)


def this_clause(place: Place) -> Iterator[Finding]:
    """What "this clause" means is plain only where the issue prints one clause."""
    found = _THIS.search(plain(place.item.parts))
    if found and len(place.wording.sections) > 1:
        accepted = f"[[{place.issue.id}]] for all of it, or [[#heading]] for one clause of it"
        seen = f'"{found[0]}" in a wording of several headings'
        yield place.problem("this-clause", (0, 0), seen, accepted)


def several_clauses(place: Place) -> Iterator[Finding]:
    """A reference that may print several numbers ("Clauses 3 to 5") is no subject of a verb for one."""
    padded = (None, *place.item.parts, None)
    for before, cite, after in zip(padded, padded[1:], padded[2:], strict=False):
        if isinstance(cite, Cite) and isinstance(after, Words) and _may_be_several(place, cite):
            led = before.text if isinstance(before, Words) else ""
            verb = _SINGULAR.match(after.text)
            if verb and (not before or _SUBJECT.search(led)):
                accepted = "one clause of it: [[topic/issue#heading]] or [[#item]]"
                seen = f'"{verb[1]}" behind a reference that may print several clauses'
                yield place.problem("several-clauses", (cite.line, cite.column), seen, accepted)


def _may_be_several(place: Place, cite: Cite) -> bool:
    """Whether some option prints more than one clause for what a reference names."""
    if cite.term or len(cite.targets) > 1:
        return not cite.term
    issues = [target.id for target in cite.targets if target.kind == "issue" and not target.anchor]
    options = (option for issue in issues for option in place.library.options.get(issue, {}).values())
    return any(len(wording.sections) > 1 for option in options for wording in option.wordings.values())


def _computed(_: Place, target: Target) -> Iterator[Problem]:
    if target.id not in COMPUTED:
        yield f'"all:{target.id}" is no computed list', f"one of {', '.join(COMPUTED)}", nearest(target.id, COMPUTED)


def _schedule(place: Place, target: Target) -> Iterator[Problem]:
    name = f"{target.id}#{target.anchor}" if target.anchor else target.id
    if not has_part(place.library, name):
        known = place.library.schedules
        yield f'"schedule:{name}" is not there', f"one of {', '.join(known)}", nearest(target.id, known)


def _own(place: Place, target: Target) -> Iterator[Problem]:
    ids = {item.id for item in place.wording.walk()} | {section.id for section in place.wording.sections}
    if target.item not in ids:
        accepted = f"one of {', '.join(sorted(ids - {''})) or 'none'}"
        yield f'"#{target.item}" is no item of this wording', accepted, nearest(target.item, ids)
        return
    yield from _value(place.issue, (place.wording,), target)
    rules = place.option.items
    needed = set(rules[target.item].when) if target.item in rules else set()
    given = set(rules[place.item.id].when) if place.item.id in rules else set()
    if needed - given and not target.optional:
        fix = "give the citing item the same conditions, or make the reference optional"
        yield f'"#{target.anchor}" stands only under conditions', "", fix


def _value(issue: Issue, wordings: Iterable[Wording], target: Target) -> Iterator[Problem]:
    """A value that a reference names must be a fixed one, which its item always lists: it stands in every document."""
    if not target.value:
        return
    items = (item for wording in wordings for item in wording.walk() if item.id == target.item)
    parts = (part for item in items for each in (item, *item.items) for part in each.parts)
    listed = {part.name for part in parts if isinstance(part, Blank) and part.format == "items"}
    fixed = [word for name in listed if name in issue.parameters for word in issue.parameters[name].fixed]
    if target.value not in fixed:
        seen = f'"{target.value}" is no fixed value that #{target.item} lists'
        yield seen, f"one of {', '.join(fixed) or 'none'}", nearest(target.value, fixed)


def _issue(place: Place, target: Target) -> Iterator[Problem]:
    library = place.library
    issue = library.issues.get(target.id)
    if issue is None:
        if not target.optional and target.id not in library.withdrawn:
            hint = nearest(target.id, library.issues) or f"make it optional beside another: [[..., {target.id}?]]"
            yield f'"{target.id}" is not an issue', "", hint
        return
    if target.item and target.item not in issue.anchors:
        yield f'"{target.item}" is no anchor of {target.id}', f"one of {', '.join(issue.anchors) or 'none'}", ""
    for option in library.options.get(target.id, {}).values():
        yield from _value(issue, option.wordings.values(), target)
    if not (target.optional or is_guarded(place, target.id) or covered(library, place.option, target.id)):
        yield (
            f"{target.id} may be absent",
            "",
            f"needs: - {target.id}: any, or an item with when: - chosen.{target.id}: any",
        )


def is_guarded(place: Place, issue: str) -> bool:
    """Whether the citing item stands only where the issue does."""
    rule = place.option.items.get(place.item.id)
    firm = (each for each in (rule.when if rule else ()) if isinstance(each, Condition))
    return any(
        each.subject.startswith(f"param.{issue}.") or (each.subject == f"chosen.{issue}" and _is_there(each))
        for each in firm
    )


def _is_there(condition: Condition) -> bool:
    """Whether a condition on a chosen option fails where the issue is absent."""
    return (NONE in condition.operand) == (condition.test == "not")


TARGETS: dict[str, Callable[[Place, Target], Iterator[Problem]]] = {
    "all": _computed,
    "schedule": _schedule,
    "own": _own,
    "issue": _issue,
}
