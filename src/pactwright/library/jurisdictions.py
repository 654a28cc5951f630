"""Jurisdictions: words, forms, names of laws and dated figures, a child's over its parent's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Annotated, Any, Literal, TypeVar

from pactwright.findings import nearest
from pactwright.library.confirming import ConfirmForm, confirms_from
from pactwright.library.mandatory import MandatoryForm, mandatory_from
from pactwright.library.model import Figure, Jurisdiction, ReadLaw, Whose
from pactwright.library.reading import (
    NO_KEYS,
    Day,
    Form,
    Listed,
    Mapped,
    Problems,
    Said,
    Texts,
    YesNo,
    read,
    word,
)
from pactwright.spec.amounts import CURRENCIES, TAX, Tax, money
from pactwright.validation import RefusedError

DROPPED = {"drop": "yes"}
T = TypeVar("T")
Tree = Mapping[str, Any]
NO_JURISDICTION = Jurisdiction("", "no jurisdiction")


class _NameForm(Form):
    value: str
    source: str = ""
    checked_on: Day = ""
    review_by: Day = ""
    note: str = ""
    ask: str = ""


class _LawNameForm(_NameForm):
    """A name of law; of an optional one a place may say no more than that it has none of its own."""

    value: str = ""
    optional: YesNo = False
    whose: str = ""


class _FlagForm(_NameForm):
    value: Annotated[str, word(("yes", "no"))]


FIGURE_TAX = ("exclusive", "inclusive", "not-stated")
FIGURE_OP = ("at-least", "above")


class _FigureForm(_NameForm):
    valid_from: Day
    currency: str = ""
    tax: Annotated[Literal["", "exclusive", "inclusive", "not-stated"], word(FIGURE_TAX)] = ""
    unit: str = ""
    op: Annotated[Literal["at-least", "above"], word(FIGURE_OP)] = "at-least"


class _LawForm(Form):
    names: Mapped[_LawNameForm] = NO_KEYS
    figures: Mapped[Listed[_FigureForm]] = NO_KEYS
    flags: Mapped[_FlagForm] = NO_KEYS


class _WordsForm(Form):
    clause: str | None = None
    clauses: str | None = None
    schedule: str | None = None
    schedules: str | None = None


class _JurisdictionForm(Form):
    title: str
    parent: str = ""
    language: str = ""
    paper: Annotated[Literal["", "a4", "letter"], word(("a4", "letter"))] = ""
    date_form: str = ""
    currency: str = ""
    verb: Annotated[Literal["", "must", "shall"], word(("must", "shall"))] = ""
    words: _WordsForm = NO_KEYS
    spelling: Mapped[Said] = NO_KEYS
    law: _LawForm = NO_KEYS
    confirm: Listed[ConfirmForm] = ()
    mandatory: Listed[MandatoryForm] = ()
    lifts: Texts = ()
    initials: str = ""


def jurisdiction_form(tree: Any, problems: Problems, title: str | None) -> _JurisdictionForm:  # noqa: ANN401 - a tree of text
    """The form of a text tree; `title` is what an earlier layer says, so that a later one need not say it again."""
    form = read(_JurisdictionForm, tree if title is None else {"title": title, **tree}, problems)
    for name, each in form.law.names.items():
        if not (each.value or each.optional):
            problems.missing(f"law.names.{name}", "value", "what prints, or optional: yes")
    _check_figures(form, problems)
    return form


def without_law(tree: Tree, parent: Jurisdiction, problems: Problems) -> tuple[Tree, Jurisdiction]:
    """A text tree without the law that it takes out (`drop: yes`), and what lies below it without that law."""
    law = tree.get("law")
    kept: dict[str, Any] = {}
    for group, entries in law.items() if isinstance(law, dict) else ():
        dropped = [key for key, each in entries.items() if each == DROPPED] if isinstance(entries, dict) else []
        for key in dropped:
            if key not in {*parent.law, *parent.figures}:
                known = (*parent.law, *parent.figures)
                seen, accepted = f'"{key}" is no law of the place', f"one of {', '.join(known)}"
                problems.add("unknown-word", f"law.{group}.{key}", seen, accepted, nearest(key, known))
        kept[group] = {key: each for key, each in entries.items() if key not in dropped} if dropped else entries
        left = partial(_without, names=frozenset(dropped))
        parent = replace(parent, law=left(parent.law), read=left(parent.read), figures=left(parent.figures))
    return {**tree, "law": kept} if kept else tree, parent


def _without(entries: Mapping[str, T], names: frozenset[str]) -> dict[str, T]:
    return {key: each for key, each in entries.items() if key not in names}


def jurisdiction_from(form: _JurisdictionForm, name: str, parent: Jurisdiction, problems: Problems) -> Jurisdiction:
    """The jurisdiction of a form, laid over its parent, or over what an earlier layer says of itself."""
    is_again = parent.id == name
    named = {**form.law.names, **form.law.flags}
    figures = {key: tuple(_figure(each) for each in known) for key, known in form.law.figures.items()}
    return Jurisdiction(
        id=name,
        title=form.title,
        parents=parent.parents if is_again or not parent.id else (*parent.parents, parent.id),
        language=form.language or parent.language,
        paper=form.paper or parent.paper,
        currency=form.currency or parent.currency,
        verb=form.verb or parent.verb,
        words={**parent.words, **form.words.model_dump(exclude_none=True)},
        spelling={**parent.spelling, **form.spelling},
        law={**parent.law, **{key: each.value for key, each in named.items() if each.value}},
        read={
            **parent.read,
            **{key: ReadLaw(each.source, each.checked_on, each.review_by) for key, each in named.items()},
        },
        figures={**parent.figures, **figures},
        confirm=tuple({each.id: each for each in (*parent.confirm, *confirms_from(form.confirm, problems))}.values()),
        asks={**parent.asks, **{key: each.ask for key, each in form.law.names.items() if each.ask}},
        whose={
            **parent.whose,
            **{
                key: Whose(each.whose, problems.marks.place(f"law.names.{key}.whose"))
                for key, each in form.law.names.items()
                if each.whose
            },
        },
        executions=parent.executions,
        initials=form.initials or parent.initials,
        mandatory=(*parent.mandatory, *mandatory_from(form.mandatory, problems)),
        lifts={**parent.lifts, **_placed("lifts", form.lifts, problems)},
    )


def _placed(key: str, words: tuple[str, ...], problems: Problems) -> dict[str, str]:
    """Some words of a list, each with the place where it stands."""
    return {word: problems.marks.place(f"{key}.{number}") for number, word in enumerate(words)}


def optional_law(form: _JurisdictionForm) -> Iterator[str]:
    """What a place may have and another need not: names that it marks so, and every figure.

    Clauses guard them with `law.x: present`.
    """
    yield from (name for name, each in form.law.names.items() if each.optional)
    yield from form.law.figures


def _figure(form: _FigureForm) -> Figure:
    tax: Tax | None = next((each for each in TAX if each == form.tax), None)
    read = (form.source, form.checked_on)
    return Figure(form.value, form.valid_from, *read, form.currency, tax, form.review_by, form.op)


def _check_figures(form: _JurisdictionForm, problems: Problems) -> None:
    """Notes each figure that says neither its currency and tax basis nor what it counts."""
    for name, known in form.law.figures.items():
        for number, each in enumerate(known):
            address = f"law.figures.{name}.{number}"
            if bool(each.currency) == bool(each.unit):
                accepted = "currency: and tax: for an amount, or unit: for a count"
                problems.add("figure", address, "nothing says what the figure is an amount or a count of", accepted)
            elif each.currency and each.currency not in CURRENCIES:
                problems.add("currency", f"{address}.currency", f'"{each.currency}" is not a currency', "such as AUD")
            elif each.currency and not each.tax:
                problems.missing(address, "tax", ", ".join(FIGURE_TAX))
            elif each.currency:
                _check_amount(f"{each.currency} {each.value}", f"{address}.value", problems)


def _check_amount(typed: str, address: str, problems: Problems) -> None:
    try:
        money(typed)
    except RefusedError as refused:
        problems.add(refused.rule, address, refused.seen, refused.accepted, refused.fix)
