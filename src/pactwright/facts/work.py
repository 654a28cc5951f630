"""Facts about the pilot, its conditions, its risks and the papers around it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING

from pactwright.facts.fact import Around, Fact, any_of, counted, stated
from pactwright.facts.money import whole
from pactwright.spec.bearers import SHARED
from pactwright.spec.scalars import NONE

if TYPE_CHECKING:
    from pactwright.spec import Spec


def _days(spec: Spec) -> int | None:
    start, end = spec.pilot.start, spec.pilot.end
    return (end - start).days + 1 if start and end else None


def _answered(field: str, means: str, says: tuple[str, str]) -> Fact:
    """What one yes or no of the pilot says."""
    read, address = attrgetter(f"pilot.{field}"), f"pilot.{field}"
    return Fact(address, "yes-no", means, lambda spec, _: read(spec), address=address, says=says)


def _picked(name: str, means: str, field: str, answers: Callable[[Spec], Iterable[tuple[str, bool | None]]]) -> Fact:
    """A count of things, each with the address of the field that says whether it counts; None: it does not say."""

    def value(spec: Spec, _: Around) -> int | None:
        said = [each for _, each in answers(spec)]
        return None if None in said else sum(map(bool, said))

    def missing(spec: Spec) -> Iterable[str]:
        return (address for address, each in answers(spec) if each is None)

    return Fact(name, "number", f"{means} Not known while one does not say.", value, missing=missing, fields=(field,))


def _papers(relation: str) -> Callable[[Spec], Iterable[tuple[str, bool | None]]]:
    return lambda spec: (
        (f"papers.{number}.relation", None if each.relation is None else each.relation == relation)
        for number, each in enumerate(spec.papers)
    )


def _owned(spec: Spec, *, shared: bool) -> Iterable[tuple[str, bool | None]]:
    """Whether each risk is shared, or else whether a party owns it; a risk with shares is shared."""
    for key, risk in spec.risks.items():
        is_known = risk.owner is not None or risk.shares
        if risk.owner in spec.outsiders:  # theirs by nature: neither shared nor a party's
            yield f"risks.{key}.owner", False
            continue
        is_shared = risk.owner == SHARED or (risk.owner is None and bool(risk.shares))
        yield f"risks.{key}.owner", is_shared is shared if is_known else None


def _units(spec: Spec) -> Iterable[tuple[str, bool | None]]:
    """Whether each shared risk is counted in units; not known while it does not say, and none is an answer."""
    for key, risk in spec.risks.items():
        if risk.owner == SHARED or (risk.owner is None and risk.shares):
            yield f"risks.{key}.unit", None if risk.unit is None else risk.unit != NONE


def _last_work(spec: Spec, _: Around) -> date | None:
    """The last day on which something is due under the agreement; what only opens it does not count."""
    days = (
        *(each.due for each in spec.milestones.values()),
        *(each.by for each in spec.pilot.activities),
        *(each.by for each in spec.special_terms),
        *(each.by for each in spec.contributions if not each.pledge),
        *(each.by for each in spec.rewards),
    )
    return max((day for day in days if isinstance(day, date)), default=None)


def _last_condition(spec: Spec, _: Around) -> date | None:
    days = (each.by for each in spec.conditions.values())
    return max((day for day in days if isinstance(day, date)), default=None)


def _conditions_of_parts(spec: Spec) -> int:
    return sum(each.part is not None for each in spec.conditions.values())


def _hosted(spec: Spec, _: Around) -> bool | None:
    """Whether somebody who does not sign is a host or owns a place; not known while a place has no owner yet."""
    bound = {key for key, _ in spec.signing()}
    owners = (None if site.owner is None else site.owner not in bound for site in spec.pilot.sites.values())
    return any_of((*(each.part == "host" for each in spec.outsiders.values()), *owners))


def _clock_set(spec: Spec) -> bool | None:
    clock = spec.clock
    return True if clock.starts is not None else None if clock.confirmed_by is not None else False


FACTS = (
    stated("pilot.start", "date", "The first day of the pilot.", "start date of the pilot"),
    stated("pilot.end", "date", "The last day of the pilot.", "end date of the pilot"),
    Fact(
        "pilot.days",
        "number",
        "The length of the pilot in days, both ends counted.",
        lambda spec, _: _days(spec),
        "length of the pilot",
        "pilot.end",
        missing=lambda spec: (f"pilot.{key}" for key in ("start", "end") if getattr(spec.pilot, key) is None),
        fields=("pilot.start", "pilot.end"),
    ),
    stated("pilot.method", "text", "How the work is done.", "working method"),
    _answered(
        "on_behalf",
        "Whether a partner serves others, or exercises a function, on behalf of the public side.",
        ("a partner acts on behalf of the public side", "no partner acts on behalf of the public side"),
    ),
    _answered(
        "installs",
        "Whether anything is built, fixed to a structure, altered or repaired.",
        ("something is built, fixed, altered or repaired", "nothing is built, fixed, altered or repaired"),
    ),
    Fact(
        "pilot.works_value",
        "money",
        "What building, fixing or repairing may cost.",
        lambda spec, _: None if spec.pilot.works_value is None else whole(spec, (spec.pilot.works_value,)),
        "cost of what is built or fixed",
        "pilot.works_value",
        fields=("pilot.works_value", "money"),
    ),
    counted("pilot.sites", "How many sites there are.", "pilot.sites"),
    Fact(
        "pilot.hosted",
        "yes-no",
        "Whether a place belongs to somebody who does not sign, or such a body is a host.",
        _hosted,
        missing=lambda spec: (f"pilot.sites.{key}.owner" for key, each in spec.pilot.sites.items() if not each.owner),
        fields=("outsiders.*.part", "pilot.sites.*.owner"),
        says=("a place has a host who does not sign", "no place has a host who does not sign"),
    ),
    counted("pilot.quantities", "How many quantities are stated.", "pilot.quantities"),
    counted("pilot.in_scope", "How many things are in scope.", "pilot.in_scope"),
    counted("pilot.out_of_scope", "How many things are out of scope.", "pilot.out_of_scope"),
    counted("pilot.levels", "How many targets for what runs are stated.", "pilot.levels"),
    counted("pilot.gates", "How many gates are listed.", "pilot.gates"),
    counted("pilot.activities", "How many activities are planned.", "pilot.activities"),
    counted("conditions.count", "How many conditions must be met before the work starts.", "conditions"),
    Fact(
        "conditions.whole",
        "number",
        "How many conditions hold back the whole agreement.",
        lambda spec, _: len(spec.conditions) - _conditions_of_parts(spec),
        fields=("conditions", "conditions.*.part"),
    ),
    Fact(
        "conditions.parts",
        "number",
        "How many conditions hold back a part of the pilot alone.",
        lambda spec, _: _conditions_of_parts(spec),
        fields=("conditions", "conditions.*.part"),
    ),
    Fact(
        "conditions.last_day",
        "date",
        "The last day by which a condition must be met.",
        _last_condition,
        "last day of the conditions",
        "conditions",
        fields=("conditions.*.by",),
    ),
    Fact(
        "work.last_day",
        "date",
        "The last day on which work, a contribution, a reward or a special term is due.",
        _last_work,
        "last day of the work",
        "milestones",
        fields=(
            "milestones.*.due",
            "pilot.activities.*.by",
            "contributions.*.by",
            "rewards.*.by",
            "special_terms.*.by",
        ),
    ),
    counted("end_events.count", "How many events end the agreement.", "end_events"),
    Fact(
        "clock.set",
        "yes-no",
        "Whether an event starts the clock. Left out, none does, unless somebody is named to confirm it.",
        lambda spec, _: _clock_set(spec),
        missing=lambda _: ("clock.starts",),
        fields=("clock",),
        says=("an event starts the clock", "no event starts the clock"),
    ),
    stated("clock.starts", "text", "The event that starts the clock.", "event that starts the clock"),
    stated("clock.confirmed_by", "text", "Who confirms that event.", "party that confirms the start"),
    counted("risks.count", "How many risks are listed.", "risks"),
    Fact(
        "risks.shared",
        "yes-no",
        "Whether a risk is shared. Not known while a risk without an owner may be.",
        lambda spec, _: any_of(each for _, each in _owned(spec, shared=True)),
        missing=lambda spec: (address for address, each in _owned(spec, shared=True) if each is None),
        fields=("risks.*.owner", "risks.*.shares"),
        says=("a risk is shared", "no risk is shared"),
    ),
    _picked(
        "risks.owned", "How many risks name a party as owner.", "risks.*.owner", lambda spec: _owned(spec, shared=False)
    ),
    _picked(
        "risks.managed",
        "How many risks name the party that manages them.",
        "risks.*.managed_by",
        lambda spec: ((f"risks.{key}.managed_by", bool(each.managed_by)) for key, each in spec.risks.items()),
    ),
    _picked(
        "risks.triggers",
        "How many risks have a trigger.",
        "risks.*.trigger",
        lambda spec: ((f"risks.{key}.trigger", bool(each.trigger)) for key, each in spec.risks.items()),
    ),
    _picked(
        "risks.units",
        "How many shared risks are counted in units.",
        "risks.*.unit",
        _units,
    ),
    counted("governance.people", "How many people are named for the governance.", "governance.people"),
    counted("papers.count", "How many other papers there are.", "papers"),
    _picked("papers.replaced", "How many papers are replaced by this one.", "papers.*.relation", _papers("replaces")),
    _picked("papers.parents", "How many papers stand above this one.", "papers.*.relation", _papers("under")),
    counted("languages.count", "How many other languages there are.", "languages.others"),
    stated("languages.prevails", "text", "The language that prevails.", "language that prevails"),
    counted("special_terms.count", "How many special terms there are.", "special_terms"),
)
