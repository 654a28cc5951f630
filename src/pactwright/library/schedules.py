"""The plan of every schedule, from clauses/schedules.yml: titles, parts, columns; no figure and no name."""

from __future__ import annotations

from typing import Any

from pactwright.library.model import ColumnPlan, PartPlan, SchedulePlan
from pactwright.library.reading import NO_KEYS, Count, Form, Listed, Mapped, Problems, Said, YesNo, read

WHOLE = 100


class _ColumnForm(Form):
    heading: str
    show: str
    width: Count = 0
    needed: YesNo = False


class _PartForm(Form):
    heading: str
    rows: str = ""
    where: Mapped[Said] = NO_KEYS
    any: str = ""
    columns: Listed[_ColumnForm] = ()
    per: str = ""


class _ScheduleForm(Form):
    title: str
    parts: Mapped[_PartForm] = NO_KEYS


def schedules_from(tree: Any, problems: Problems) -> dict[str, SchedulePlan]:  # noqa: ANN401 - a tree of text
    """The plans of a text tree, by id."""
    return {
        name: SchedulePlan(
            name,
            each.title,
            tuple(_part(part, key, f"{name}.parts.{key}", problems) for key, part in each.parts.items()),
        )
        for name, each in read(dict[str, _ScheduleForm], tree, problems).items()
    }


def _part(form: _PartForm, name: str, address: str, problems: Problems) -> PartPlan:
    width = sum(column.width for column in form.columns)
    if not form.columns:
        problems.missing(address, "columns", "a list of heading, show and width")
    elif form.rows and width != WHOLE and not form.per:
        problems.add("widths", f"{address}.columns", f"the widths sum to {width}", "100")
    columns = tuple(ColumnPlan(**{**vars(each), "show": tuple(each.show.split())}) for each in form.columns)
    return PartPlan(**{**vars(form), "any": tuple(form.any.split()), "columns": columns}, id=name)
