"""References lead to something that stands in every document in which the citing item stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeAlias

from pactwright.facts.conditions import Condition
from pactwright.findings import Finding, nearest
from pactwright.library.checks.place import Place, covered, has_part
from pactwright.library.model import NONE
from pactwright.wording.parts import Cite, Target, plain

COMPUTED = ("survives", "early", "binding")
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
    if target.anchor not in ids:
        accepted = f"one of {', '.join(sorted(ids - {''})) or 'none'}"
        yield f'"#{target.anchor}" is no item of this wording', accepted, nearest(target.anchor, ids)
        return
    rules = place.option.items
    needed = set(rules[target.anchor].when) if target.anchor in rules else set()
    given = set(rules[place.item.id].when) if place.item.id in rules else set()
    if needed - given and not target.optional:
        fix = "give the citing item the same conditions, or make the reference optional"
        yield f'"#{target.anchor}" stands only under conditions', "", fix


def _issue(place: Place, target: Target) -> Iterator[Problem]:
    library = place.library
    issue = library.issues.get(target.id)
    if issue is None:
        if not target.optional and target.id not in library.withdrawn:
            hint = nearest(target.id, library.issues) or f"make it optional beside another: [[..., {target.id}?]]"
            yield f'"{target.id}" is not an issue', "", hint
        return
    if target.anchor and target.anchor not in issue.anchors:
        yield f'"{target.anchor}" is no anchor of {target.id}', f"one of {', '.join(issue.anchors) or 'none'}", ""
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
