"""References name the columns of schedules that their sentences rely on, so that what is needed follows from them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from pactwright.findings import Finding, nearest
from pactwright.library.checks.place import Place, in_file
from pactwright.library.model import Library, PartPlan
from pactwright.spec.form import place_at
from pactwright.wording.parts import Cite, Parts, Words

BARE, NAMED = "\x01", "\x02"
"""What stands in a sentence for a reference to a schedule, or for a term that means one: without columns, and with."""

VERB = r"(?:does not )?(?:state|name|give|list|mark|allocate)s?\b"
_POINTS = re.compile(
    rf"(?P<noun>{BARE}|\b(?:the|that) (?:schedule|table|register)\b)(?:,[^,]*,)?(?: also)? {VERB}", re.IGNORECASE
)
_POINTED_AT = re.compile(
    rf"\b(?:listed|stated)(?: [\w-]+){{0,5}} (?:in|by) (?P<noun>{BARE}|(?:the|that) (?:schedule|table|register)\b)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.?!])\s+")
_THE_SCHEDULE = re.compile(r"the \w+ in ")


def known_columns(place: Place) -> Iterator[Finding]:
    """Every column that a reference of an item names is there, and a sentence that relies on columns names them."""
    for cite in (part for part in place.item.parts if isinstance(part, Cite)):
        for seen, accepted, fix in _unknown(place.library, cite):
            yield place.problem("column", (cite.line, cite.column), seen, accepted, fix)
    for seen in _unnamed(place.library, place.item.parts):
        yield place.problem("columns", (0, 0), seen, *ADVICE)


def meaning_columns(library: Library) -> Iterator[Finding]:
    """The same for the meanings of terms and of the names that the engine makes."""
    named = [(f'the meaning of "{name}"', each.means, each.place) for name, each in library.terms.items()]
    named += [(f"columns.{name}", each.means, each.place) for name, each in library.columns.items()]
    for what, means, place in named:
        for cite in (part for part in means if isinstance(part, Cite)):
            for seen, accepted, fix in _unknown(library, cite):
                yield in_file("column", "clauses/terms.yml", f"{what}: {seen}", accepted, fix, place=place)
        for seen in _unnamed(library, means):
            yield in_file("columns", "clauses/terms.yml", f"{what}: {seen}", *ADVICE, place=place)


def governed_rows(library: Library) -> Iterator[Finding]:
    """The rows that a column governs are told by fields that the form has there."""
    lists = {part.rows for plan in library.schedules.values() for part in plan.parts if part.rows}
    for name, rows in library.column_rows.items():
        table = next((each for each in sorted(lists, key=len, reverse=True) if name.startswith(f"{each}.")), "")
        unknown = [field for field in (name.removeprefix(f"{table}."), *rows) if not _in_form(table, field)]
        for field in unknown if table else [name]:
            seen = f'columns.{name}: the spec has no "{field}" {f"in {table}" if table else "in a list"}'
            yield in_file("column", "clauses/vocabulary.yml", seen, "a list of the spec, and fields of its rows")


ADVICE = ("the columns that the sentence relies on", "such as [[schedule:name#part: column, column]]")


def _unknown(library: Library, cite: Cite) -> Iterator[tuple[str, str, str]]:
    """What is wrong with the columns of a reference, and with the term that prints for it."""
    if cite.term and cite.term not in library.terms:
        yield f'"{cite.term}" is no defined term', "a term of terms.yml", nearest(cite.term, library.terms)
    for target in cite.targets:
        known = sorted(_columns(library, target.id, target.anchor)) if target.columns else []
        for column in target.columns:
            if known and column.name not in known:
                where = f"{target.id}#{target.anchor}" if target.anchor else target.id
                seen = f'"{column.name}" is no column of {where}'
                yield seen, f"one of {', '.join(known)}", nearest(column.name, known)


@lru_cache(maxsize=256)
def _columns(library: Library, schedule: str, anchor: str) -> frozenset[str]:
    """The columns that a reference to a schedule may name; none where the schedule or the part is unknown."""
    plan = library.schedules.get(schedule)
    parts = [part for part in plan.parts if anchor in {"", part.id}] if plan else []
    return frozenset(name for part in parts for name in (*part.fields, *_parameters(library, schedule, part)))


def _parameters(library: Library, schedule: str, part: PartPlan) -> Iterator[str]:
    """The parameters with a value per party that a part shows."""
    shown = (parameter for issue in library.issues.values() for parameter in issue.parameters.values())
    return (parameter.name for parameter in shown if parameter.shown == f"{schedule}#{part.id}")


def _unnamed(library: Library, parts: Parts) -> Iterator[str]:
    """The sentences in which a schedule states something and no reference names the column."""
    for sentence in _SENTENCE.split("".join(_marked(library, part) for part in parts)):
        for pattern in (_POINTS, _POINTED_AT):
            found = pattern.search(sentence)
            if found and (found["noun"] == BARE or NAMED not in sentence):
                said = found[0].replace(BARE, "the schedule").strip()
                yield f'"{said}" relies on a column that no reference names'
                break


def _marked(library: Library, part: object) -> str:
    """A part as the patterns see it."""
    if isinstance(part, Cite):
        schedules = [target for target in part.targets if target.kind == "schedule"]
        return (NAMED if all(each.columns for each in schedules) else BARE) if schedules else "it"
    if isinstance(part, Words):
        text = part.text
        for term in sorted(set(part.terms) & _schedule_terms(library), key=len, reverse=True):
            text = re.sub(rf"(?:\b[Tt]he )?\b{re.escape(term)}\b", BARE, text)
        return text
    return "it"


@lru_cache(maxsize=4)
def _schedule_terms(library: Library) -> frozenset[str]:
    """The terms that mean a schedule, or a part of one: "the register in [[schedule:risk-register]]"."""
    return frozenset(name for name, term in library.terms.items() if _means_a_schedule(term.means))


def _means_a_schedule(means: Parts) -> bool:
    match means:
        case (Words(text), Cite(targets)):
            return bool(_THE_SCHEDULE.fullmatch(text)) and all(each.kind == "schedule" for each in targets)
    return False


def _in_form(table: str, field: str) -> bool:
    return any(place_at(f"{table}.{row}.{field}") for row in ("any-id", "0"))
