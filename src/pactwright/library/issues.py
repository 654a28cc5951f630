"""Issues and their parameters, from issue.yml."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Annotated, Any, cast, get_args

from pydantic import BeforeValidator, Field, PlainValidator

from pactwright.facts import TABLE
from pactwright.findings import nearest
from pactwright.library.conditions import When
from pactwright.library.confirming import ConfirmForm, confirms_from
from pactwright.library.model import Default, Issue, Lasting, Parameter, Phrase, Seeds, Standing, Standings, Suggestion
from pactwright.library.reading import (
    NO_KEYS,
    Count,
    Form,
    Listed,
    Mapped,
    Problems,
    Said,
    Short,
    Texts,
    YesNo,
    read,
    word,
)
from pactwright.spec.scalars import PERCENT
from pactwright.validation import RefusedError

TYPES = (
    "money",
    "percent",
    "number",
    "count",
    "days",
    "business-days",
    "hours",
    "months",
    "date",
    "yes-no",
    "choice",
    "choices",
    "phrase",
    "text",
    "party",
)
STANDINGS = get_args(Standing)
MOU = "statement, binding, omit, or a list"
_PARAMETER = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")


class StandingForm(Form):
    """How an issue stands in a memorandum, and when."""

    standing: Texts = ()
    when: When = ()


class DefaultForm(Form):
    """An option that is taken, and when; a model adds its reason."""

    option: str
    when: When = ()
    reason: str = ""


def _standings_in_full(typed: Any) -> Any:  # noqa: ANN401 - as it is typed
    words = [typed] if isinstance(typed, str) else typed
    is_short = isinstance(words, list) and all(isinstance(each, str) for each in words)
    return [{"standing": words}] if is_short else typed


def _defaults_in_full(typed: Any) -> Any:  # noqa: ANN401 - as it is typed
    return [{"option": typed}] if isinstance(typed, str) else typed


def _several(typed: object) -> str | tuple[str, ...]:
    """A default or a bound as it is typed: one value, or several."""
    if isinstance(typed, str):
        return typed
    if isinstance(typed, list) and all(isinstance(each, str) for each in typed):
        return tuple(typed)
    raise RefusedError(rule="wrong-type", seen="this is no value", accepted="a value, or a list of values")


def _values_in_full(typed: Any) -> Any:  # noqa: ANN401 - as it is typed
    is_short = isinstance(typed, list) and all(isinstance(each, str) for each in typed)
    return {each: each.replace("-", " ") for each in typed} if is_short else typed


def _lasting(typed: object) -> Lasting:
    """What lasts, as it is typed: yes, no, or ids of items."""
    if typed in ("yes", "no"):
        return typed == "yes"
    if isinstance(typed, list) and typed and all(isinstance(each, str) for each in typed):
        return tuple(typed)
    seen = f'"{typed}" is not an answer' if isinstance(typed, str) else "this is no list of ids"
    raise RefusedError(rule="wrong-type", seen=seen, accepted="yes, no, or a list of ids of items")


Lasts = Annotated[bool | tuple[str, ...], PlainValidator(_lasting)]
Several = Annotated[str | tuple[str, ...], PlainValidator(_several)]
StandingForms = Annotated[Listed[StandingForm], BeforeValidator(_standings_in_full)]
DefaultForms = Annotated[Listed[DefaultForm], BeforeValidator(_defaults_in_full)]
Values = Annotated[Mapped[Said], BeforeValidator(_values_in_full)]


class _SuggestionForm(Form):
    value: Several
    why: str


class ParameterForm(Form):
    """What a file says of a parameter."""

    type: Annotated[str, word(TYPES)] = ""
    ask: str = ""
    default: Several = ""
    min: Several = ""
    max: Several = ""
    usual_min: Annotated[Several, Field(alias="usual-min")] = ""
    usual_max: Annotated[Several, Field(alias="usual-max")] = ""
    why: str = ""
    options: Annotated[Texts, Field(alias="for")] = ()
    when: When = ()
    source: Annotated[str, Field(alias="from")] = ""
    per: str = ""
    shown: str = ""
    label: str = ""
    key_term: str = ""
    of: str = ""
    owed: str = ""
    owed_over: Annotated[str, Field(alias="owed-over")] = ""
    values: Values = NO_KEYS
    own_words: Annotated[YesNo, Field(alias="own-words")] = False
    fixed: Texts = ()
    at_least: Annotated[Count, Field(alias="at-least")] = 1
    optional: YesNo = False
    absent: str = ""
    adds_to: Annotated[str, Field(alias="adds-to")] = ""
    reaches: Texts = ()
    suggest: _SuggestionForm | None = None


class _IssueForm(Form):
    question: str
    heading: str
    purpose: str
    mou: StandingForms = ()
    survives: Lasts = False
    defaults: Annotated[DefaultForms, Field(alias="default")] = ()
    when: When = ()
    required: YesNo = False
    anchors: Texts = ()
    provides: Texts = ()
    parameters: Mapped[ParameterForm] = NO_KEYS
    barriers: Texts = ()
    resources: Texts = ()
    confirm: Listed[ConfirmForm] = ()
    short: Short = ""
    waits: Mapped[Said] = NO_KEYS
    style: Mapped[Mapped[Said]] = NO_KEYS
    acts: Texts = ()
    core: Texts | None = None


def issue_from(tree: Any, problems: Problems, name: str, file: str, seeds: Seeds) -> Issue:  # noqa: ANN401 - a tree
    """The issue of a text tree, which may name barriers and resources of `seeds`; what is wrong is noted."""
    form = read(_IssueForm, tree, problems)
    parameters = {key: parameter_from(each, key, name, problems) for key, each in form.parameters.items()}
    _seeded(form.barriers, "barriers", "barrier", seeds.barriers, problems)
    _seeded(form.resources, "resources", "resource", seeds.resources, problems)
    made: dict[str, Any] = {
        "mou": standings_from(form.mou, problems),
        "defaults": defaults_from(form.defaults, "default", problems),
        "parameters": parameters,
        "confirm": confirms_from(form.confirm, problems),
    }
    return Issue(**{**vars(form), **made}, id=name, file=file, marks=problems.marks)


def standings_from(forms: tuple[StandingForm, ...], problems: Problems) -> tuple[Standings, ...]:
    """How an issue stands in a memorandum."""
    if not forms:
        problems.missing("", "mou", MOU)
    for number, each in enumerate(forms):
        in_full = f"mou.{number}.standing" in problems.marks
        if not each.standing:
            problems.missing(
                *((f"mou.{number}", "standing") if f"mou.{number}" in problems.marks else ("", "mou")), MOU
            )
        for standing in each.standing:
            if standing not in STANDINGS:
                seen, accepted = f'"{standing}" is not a standing', "statement, binding or omit"
                problems.add("unknown-word", f"mou.{number}.standing" if in_full else "mou", seen, accepted)
    known = ((tuple(word for word in each.standing if word in STANDINGS), each.when) for each in forms)
    return tuple(Standings(cast("tuple[Standing, ...]", words), when) for words, when in known)


def defaults_from(forms: tuple[DefaultForm, ...], address: str, problems: Problems) -> tuple[Default, ...]:
    """A default option, or a list of options with conditions; the first that holds is taken."""
    if not forms:
        above, _, key = address.rpartition(".")
        problems.missing(above, key, "an option, or a list of option + when")
    elif forms[-1].when:
        seen, accepted = "the last default has conditions", "a last entry without conditions"
        problems.add("default", address, seen, accepted)
    return tuple(Default(**vars(each)) for each in forms)


def parameter_from(form: ParameterForm, name: str, issue: str, problems: Problems) -> Parameter:
    """The parameter of a form; what is wrong is noted."""
    _check_parameter(form, name, problems)
    _check_absence(form, f"parameters.{name}", problems)
    is_single = form.type == "choices" and isinstance(form.default, str)
    default = tuple(filter(None, [form.default])) if is_single else form.default
    made: dict[str, Any] = {
        "default": None if default in {"", "none", ("none",)} else default,
        "label": form.label or form.key_term,
        "suggest": Suggestion(**vars(form.suggest)) if form.suggest else None,
        "values": tuple(
            Phrase(each, problems.parts(text, f"parameters.{name}.values.{each}")) for each, text in form.values.items()
        ),
    }
    return Parameter(**{**vars(form), **made}, name=name, address=f"choices.{issue}.{name}")


def _check_parameter(form: ParameterForm, name: str, problems: Problems) -> None:
    address = f"parameters.{name}"
    if not _PARAMETER.fullmatch(name):
        problems.add("parameter-name", address, f'"{name}" is not a name', "lower-case words with underscores")
    for key in ("type", "ask"):
        if not form.source and not getattr(form, key):
            problems.missing(address, key, "", f'add "{key}:"')
    if form.type in {"choice", "choices"} and not form.values:
        problems.missing(address, "values", "the words to choose from")
    if form.source and form.default and not form.type:
        problems.missing(address, "type", "the type of the default")
    for fact in form.reaches:
        if fact not in TABLE or TABLE[fact].type != "date" or form.type != "months":
            seen, accepted = (
                f'"{fact}" is no day that a number of months can reach',
                'a fact of the type date, beside "type: months"',
            )
            problems.add("reaches", f"{address}.reaches", seen, accepted)
    if form.adds_to and (form.type != "percent" or not form.per or not PERCENT.fullmatch(form.adds_to)):
        seen, accepted = "shares add up", 'a number from 0 to 100, beside "type: percent" and "per:"'
        problems.add("adds-to", f"{address}.adds-to", seen, accepted)
    if form.per and not form.shown:
        problems.missing(address, "shown", "the schedule part that shows the values", "add shown: and label:")


def _check_absence(form: ParameterForm, address: str, problems: Problems) -> None:
    """What is wrong with what the parameter says of having no value, or several bounds."""
    if form.optional and not form.absent:
        problems.missing(address, "absent", "one sentence that says what holds without a value", "add absent:")
    if form.absent and not form.optional:
        problems.add("optional", address, "absent: says what no value means", "optional: yes beside it")
    if form.optional and (form.default or form.source):
        problems.add("optional", address, "a parameter that may stay out has a default", "the one or the other")
    if form.suggest and (form.default or form.source):
        problems.add("suggest", f"{address}.suggest", "what has a default needs no suggestion", "the one or the other")
    for key in ("min", "max", "usual_min", "usual_max"):
        if isinstance(getattr(form, key), tuple) and form.type != "money":
            problems.add("wrong-type", f"{address}.{key.replace('_', '-')}", "several bounds", "one, but for money")


def _seeded(names: Iterable[str], key: str, noun: str, known: Iterable[str], problems: Problems) -> None:
    """Notes the names under a key that are no seeds."""
    accepted = list(known)
    for name in names:
        if name not in accepted:
            seen, accepted_words = f'"{name}" is not a {noun}', f"one of {', '.join(accepted)}"
            problems.add("unknown-word", key, seen, accepted_words, nearest(name, accepted))
