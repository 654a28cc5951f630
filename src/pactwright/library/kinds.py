"""Kinds of project, such as street sensors: the risks that projects of a kind run, proposed in the words of a spec.

A proposal is no fact. It names sides, never parties; whoever writes a spec takes it over, changes it or leaves it out.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Final

from pydantic import Field

from pactwright.findings import nearest
from pactwright.library.model import ProjectKind
from pactwright.library.reading import Form, Mapped, Problems, read
from pactwright.spec.base import Text, doc
from pactwright.spec.bearers import BEARERS, SHARED
from pactwright.spec.terms import Risk
from pactwright.wording.notes import NEUTRAL, READ_BY

SIDES: Final = tuple(each for each in READ_BY if each != NEUTRAL)
WHOLE: Final = 100
WHY: Final = "why"
OF_SHARED: Final = ("shares", "cap", "unit", "unit_value")
"""Without these nobody knows what a shared risk costs whom."""
OF_TRIGGER: Final = ("measure", "number", "window")


class _Proposal(Risk):
    """A risk as a spec says it, with the reason why the one side is better placed than the other."""

    why: Annotated[Text | None, doc("Why it is allocated so.")] = None


class _KindForm(Form):
    title: str
    meaning: Annotated[str, Field(alias="is")]
    risks: Mapped[_Proposal]


def kind_from(tree: Any, problems: Problems, name: str) -> ProjectKind:  # noqa: ANN401 - a tree of text
    """The kind of a text tree; what is wrong with a proposal is noted at its place."""
    form = read(_KindForm, tree, problems)
    for key, risk in form.risks.items():
        _check(risk, f"risks.{key}", problems)
    typed = tree.get("risks") if isinstance(tree, Mapping) else None
    rows = typed if isinstance(typed, Mapping) else {}
    return ProjectKind(name, form.title, form.meaning, {key: rows[key] for key in form.risks}, marks=problems.marks)


def _check(risk: _Proposal, address: str, problems: Problems) -> None:
    for key in ("risk", "event", "managed_by", "owner", "time", WHY):
        if not getattr(risk, key):
            problems.missing(address, key, "", f'add "{key}:"')
    _side(risk.managed_by, SIDES, f"{address}.managed_by", problems)
    _side(risk.owner, (*SIDES, *BEARERS), f"{address}.owner", problems)
    for side in risk.shares:
        _side(side, SIDES, f"{address}.shares.{side}", problems)
    if risk.owner == SHARED:
        for key in (each for each in OF_SHARED if not getattr(risk, each)):
            problems.missing(address, key, "what a shared risk costs whom", f'add "{key}:"')
        if risk.shares and sum(risk.shares.values()) != WHOLE:
            problems.add("shares", f"{address}.shares", f"they add up to {sum(risk.shares.values())}", str(WHOLE))
    if risk.cap and not risk.above:
        problems.missing(address, "above", "what happens with the cost above the cap", 'add "above:"')
    for key in OF_TRIGGER if risk.trigger else ():
        if not getattr(risk.trigger, key):
            problems.missing(f"{address}.trigger", key, "a measure, a number and a window", f'add "{key}:"')


def _side(said: str | None, accepted: tuple[str, ...], address: str, problems: Problems) -> None:
    if said and said not in accepted:
        seen, words = f'"{said}" is no side', f"one of {', '.join(accepted)}"
        problems.add("side", address, seen, words, nearest(said, accepted))
