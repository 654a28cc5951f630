"""Why each option of a draft was chosen: who decided, on what that rests, what was passed over, and who bears what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from pactwright.ledger.cells import cells
from pactwright.library.model import NONE
from pactwright.playbook.marks import clause_labels
from pactwright.records import Record
from pactwright.selection import Selected
from pactwright.selection.meeting import meetings
from pactwright.selection.plain import in_words, label
from pactwright.what_if import Standing


class Value(Struct, frozen=True):
    """A figure of an option: its id, its label, how its value reads, and whether nobody chose it."""

    name: str
    label: str
    value: str
    is_default: bool


class BorneHere(Struct, frozen=True):
    """A row of the ledger that rests on an option: who, in which share, up to what, and the clause."""

    group: str
    id: str
    title: str
    said: str
    clause: str


class Passed(Struct, frozen=True):
    """An option that was not taken, and why."""

    option: str
    title: str
    why: str


class ExplainedIssue(Struct, frozen=True):
    """An issue of a document: its first clause ("" where it has none), its option, who chose it and why.

    `option` is "open" or "none" where there is none, and `title`, `summary` and `differs` then are empty. `rests_on`
    are the facts and choices that hold, and without which it would be another; `undecided` those that are not known.
    """

    issue: str
    clause: str
    question: str
    option: str
    title: str
    summary: str
    differs: str
    origin: str
    reason: str
    rests_on: tuple[str, ...]
    asks_reason: tuple[str, ...]
    undecided: tuple[str, ...]
    awaits: tuple[str, ...]
    on_table: tuple[str, ...]
    values: tuple[Value, ...]
    bears: tuple[BorneHere, ...]
    passed_over: tuple[Passed, ...]


class Explained(Struct, frozen=True):
    """The issues of a document, in its order; those that it does not hold stand last."""

    document: str
    issues: tuple[ExplainedIssue, ...]


EXPLAINED = Record("explain", "Why each option of a document was chosen", Explained)


def explained(now: Standing, issues: Iterable[str] = ()) -> Explained:
    """Some issues of a draft, or all."""
    labels = clause_labels(now.draft.agreement)
    known = now.draft.selection.issues
    names = tuple(issues) or tuple(dict.fromkeys((*(each for each in labels if each in known), *known)))
    return Explained(
        now.draft.agreement.document, tuple(_issue(now, known[name], labels.get(name, "")) for name in names)
    )


def _issue(now: Standing, selected: Selected, clause: str) -> ExplainedIssue:
    issue, option, selection = selected.issue, selected.option, now.draft.selection
    known = now.source.library.options.get(issue.id, {})
    return ExplainedIssue(
        issue=issue.id,
        clause=clause,
        question=issue.question,
        option=selected.chosen,
        title=option.title if option else "",
        summary=option.summary if option else "",
        differs=option.differs if option else "",
        origin=selected.origin,
        reason=selected.reason,
        rests_on=tuple(dict.fromkeys(_grounds(now, selected))),
        asks_reason=tuple(str(each) for each in meetings(selection) if issue.id in each.issues),
        undecided=tuple(dict.fromkeys(selected.undecided)),
        awaits=selected.awaits,
        on_table=selected.on_table,
        values=tuple(_values(selected)),
        bears=tuple(_borne(now, issue.id)),
        passed_over=tuple(Passed(each.option, known[each.option].title, each.why) for each in selected.passed_over),
    )


def _grounds(now: Standing, selected: Selected) -> Iterator[str]:
    """What holds and decided: that the issue is needed, that its option fits, and that its proposer proposes it."""
    selection, issue = now.draft.selection, selected.issue
    model = now.source.library.models.get(now.source.spec.model or "")
    proposals = {"library": issue.defaults, "model": model.choices.get(issue.id, ()) if model else ()}
    made = (each for each in proposals.get(selected.origin, ()) if each.option == selected.chosen)
    proposal = next((each.when for each in made if selection.holds(each.when)), ())
    required = (*issue.when, *selected.option.requires) if selected.option else ()
    for each in (*required, *proposal):
        if selection.holds((each,)):
            yield in_words(now.source.library, issue.id, (each,))


def _values(selected: Selected) -> Iterator[Value]:
    for name, value in selected.values.items():
        parameter = selected.issue.parameters[name]
        is_absent = parameter.optional and value in {None, NONE}
        said = f"none. {parameter.absent}" if is_absent else _said(value)
        yield Value(name, label(parameter), said, name in selected.defaults)


def _borne(now: Standing, issue: str) -> Iterator[BorneHere]:
    """The rows of the ledger in which an option of the issue says who bears or gets something."""
    for row in now.draft.ledger.rows:
        for bearing, line in zip(row.bearings, cells(row), strict=False):
            if bearing.source.rpartition("/")[0] == issue:
                yield BorneHere(row.group, row.id, row.title, ", ".join(filter(None, line[1:4])), bearing.place)


def _said(value: object) -> str:
    """A figure's value on one line."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    if isinstance(value, dict):
        return "; ".join(f"{key}: {_said(each)}" for key, each in value.items())
    return "open" if value is None else str(value)
