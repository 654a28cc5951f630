"""The plan of every schedule, from clauses/schedules.yml: titles, parts, columns; no figure and no name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Annotated, Any, Final, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from pactwright.findings import nearest
from pactwright.library.computed import LAST_ROWS, chart_problems, computed_problems
from pactwright.library.model import ChartPlan, ColumnPlan, FieldTest, LastRow, PartPlan, SchedulePlan, ShownLine
from pactwright.library.reading import NO_KEYS, Count, Form, Listed, Mapped, Problems, Said, YesNo, read, word
from pactwright.validation import RefusedError

WHOLE = 100


def _labelled(typed: Any) -> Any:  # noqa: ANN401 - as it is typed
    """One line alone needs no label."""
    return {typed: ""} if typed and isinstance(typed, str) else typed


def _field_test(typed: object) -> FieldTest:
    """A test of a field as it is typed: a word, a list of words, `present`, or {not: a word or words}."""
    is_not = isinstance(typed, Mapping) and set(typed) == {"not"}
    words = typed["not"] if isinstance(typed, Mapping) and is_not else typed
    words = [words] if isinstance(words, str) else words
    if not (isinstance(words, list) and words and all(isinstance(each, str) for each in words)):
        accepted = "a word, a list of words, present, or {not: ..}"
        raise RefusedError(rule="rows", seen="this tests no field", accepted=accepted)
    if words == ["present"] and not is_not:
        return FieldTest("present")
    return FieldTest("not" if is_not else "in", tuple(words))


RowTests = Mapped[Annotated[Any, AfterValidator(_field_test)]]
"""Which rows are meant, by fields."""


RIGHTS_OF: Final = ("set", "party")
"""The columns of a table of rights that say whose rights a row shows, in which data."""

FIGURES: Final[tuple[str, ...]] = ()
"""The figures that a column may show beside the fields of a row: the program works out none yet."""


class _ColumnForm(Form):
    heading: str
    show: Annotated[Mapped[Said], BeforeValidator(_labelled)] = NO_KEYS
    figure: str = ""
    width: Count = 0
    align: Annotated[Literal["left", "right"], word(("left", "right"))] = "left"
    sum: YesNo = False
    only_cited: Annotated[YesNo, Field(alias="only-cited")] = False


class _LastRowForm(Form):
    figure: Annotated[str, word(LAST_ROWS)]
    label: str


class _ChartForm(Form):
    caption: str
    alt: str
    by: str
    series: Mapped[Said]


class _PartForm(Form):
    heading: str
    rows: str = ""
    figure: str = ""
    where: RowTests = NO_KEYS
    any: str = ""
    columns: Listed[_ColumnForm] = ()
    per: str = ""
    total: str = ""
    last_row: Annotated[_LastRowForm | None, Field(alias="last-row")] = None
    labels: Mapped[Said] = NO_KEYS
    steps: Listed[Count] = ()
    chart: _ChartForm | None = None
    rights: YesNo = False


class _ScheduleForm(Form):
    title: str
    parts: Mapped[_PartForm] = NO_KEYS


def schedules_from(tree: Any, problems: Problems, rights: tuple[str, ...]) -> dict[str, SchedulePlan]:  # noqa: ANN401 - a tree of text
    """The plans of a text tree, by id; `rights` are those in data that the vocabulary knows."""
    forms = read(dict[str, _ScheduleForm], tree, problems)
    for name, schedule in forms.items():
        for key, part in schedule.parts.items():
            if part.rights:
                _check_rights(part, f"{name}.parts.{key}", rights, problems)
    return {
        name: SchedulePlan(
            name,
            each.title,
            tuple(_part(part, key, f"{name}.parts.{key}", problems) for key, part in each.parts.items()),
        )
        for name, each in forms.items()
    }


def _part(form: _PartForm, name: str, address: str, problems: Problems) -> PartPlan:
    width = sum(column.width for column in form.columns)
    _check_figures(form, address, problems)
    if not form.columns:
        problems.missing(address, "columns", "a list of heading, show and width")
    elif (form.rows or form.figure or form.rights) and width != WHOLE and not form.per:
        problems.add("widths", f"{address}.columns", f"the widths sum to {width}", "100")
    made = ({**vars(each), "show": tuple(_lines(each))} for each in form.columns)
    chart = ChartPlan(**vars(form.chart)) if form.chart else None
    columns = tuple(ColumnPlan(**_without_figure(each)) for each in made)
    last_row = LastRow(**vars(form.last_row)) if form.last_row else None
    made_of = {
        "any": tuple(form.any.split()),
        "columns": columns,
        "steps": tuple(form.steps),
        "last_row": last_row,
        "chart": chart,
    }
    return PartPlan(**{**vars(form), **made_of}, id=name)


def _check_figures(form: _PartForm, address: str, problems: Problems) -> None:
    """A part lists rows or shows a figure that is there, and a column shows fields or a figure."""
    if form.figure:
        _check_computed(form, address, problems)
    for key in ("labels", "steps", "chart") if not form.figure else ():
        if getattr(form, key):
            problems.add("figure", f"{address}.{key}", f"no figure takes these {key}", f"figure: beside {key}:")
    if form.last_row and (form.total or not form.rows):
        seen, accepted = "the row that is worked out stands below rows, in place of a total", "rows: and no total:"
        problems.add("figure", f"{address}.last-row", seen, accepted)
    for number, column in enumerate(form.columns):
        at = f"{address}.columns.{number}"
        if bool(column.show) == bool(column.figure):
            seen = f'"{column.heading}" shows {"fields and a figure" if column.show else "nothing"}'
            problems.add("figure", at, seen, "either show: or figure:")
        if column.figure and column.figure not in FIGURES:
            seen, accepted = f'"{column.figure}" is no figure', f"one of {', '.join(FIGURES) or 'none yet'}"
            problems.add("unknown-figure", f"{at}.figure", seen, accepted)


def _check_computed(form: _PartForm, address: str, problems: Problems) -> None:
    """A figure brings its own rows and sums; what its part shows of it is there."""
    typed = {"rows": form.rows, "where": form.where, "any": form.any, "per": form.per, "total": form.total}
    for key in (key for key, value in typed.items() if value):
        seen, accepted = "a figure brings its own rows", "either figure:, or rows: and what goes with it"
        problems.add("figure", f"{address}.{key}", seen, accepted)
    for number, column in enumerate(form.columns):
        if column.sum or column.only_cited or len(column.show) > 1:
            seen = f'"{column.heading}": a figure adds up itself, and shows all'
            accepted = "one column, with heading, show and width"
            problems.add("figure", f"{address}.columns.{number}", seen, accepted)
    shown = {f"columns.{n}.show": name for n, each in enumerate(form.columns) for name in each.show}
    if form.chart:
        chart = (form.chart.by, form.chart.series, form.chart.alt)
        for place, seen, accepted, fix in chart_problems(form.figure, tuple(shown.values()), *chart):
            problems.add("unknown-figure", f"{address}.chart.{place}", seen, accepted, fix)
    for place, seen, accepted, fix in computed_problems(form.figure, shown, form.labels, tuple(form.steps)):
        problems.add("unknown-figure", f"{address}.{place}".rstrip("."), seen, accepted, fix)


def _check_rights(form: _PartForm, address: str, rights: tuple[str, ...], problems: Problems) -> None:
    """A part of rights brings its own rows, and has a column for the set, the party and each right."""
    for key in (key for key in ("rows", "figure", "where", "any", "per", "total") if getattr(form, key)):
        problems.add("rights", f"{address}.{key}", "a table of rights brings its own rows", "rights: yes without it")
    shown = [*chain.from_iterable(column.show for column in form.columns)]
    known = (*RIGHTS_OF, *rights)
    for number, column in enumerate(form.columns):
        for name in (each for each in column.show if each not in known):
            seen, accepted = f'"{name}" is no column of a table of rights', f"one of {', '.join(known)}"
            problems.add("rights", f"{address}.columns.{number}.show", seen, accepted, nearest(name, known))
    if absent := [each for each in known if each not in shown]:
        problems.add("rights", f"{address}.columns", f"no column shows {', '.join(absent)}", "a column for each")


def _without_figure(said: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in said.items() if key != "figure"}


def _lines(form: _ColumnForm) -> Iterator[ShownLine]:
    """The lines of a cell; fields joined with "+" stand in one."""
    for names, label in form.show.items():
        yield ShownLine(tuple(names.split("+")), label)
