"""Options, from <option>.md: front matter and wordings."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import takewhile
from typing import Annotated, Any, Final, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from pactwright.facts import TABLE
from pactwright.findings import Finding, SourceMap
from pactwright.library.bad_days import AnswersForm
from pactwright.library.common import COMMON
from pactwright.library.conditions import When
from pactwright.library.confirming import ConfirmForm, confirms_from
from pactwright.library.grants import GrantForm, grants_from
from pactwright.library.issues import Lasts, ParameterForm, StandingForms, parameter_from, standings_from
from pactwright.library.model import (
    NONE,
    Allocation,
    Asked,
    Issue,
    ItemRule,
    Link,
    Option,
    Parameter,
    Review,
    StaysBelow,
    Watch,
)
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
from pactwright.validation import RefusedError
from pactwright.wording.notes import note_findings, note_parts
from pactwright.wording.parse import NOTE, parsed_wordings
from pactwright.wording.parts import Item, Wording, plain

SUMMARY_WORDS = 40
DUTY = {"must", "shall", "may", "will"}


def _link(typed: object) -> tuple[str, tuple[str, ...]]:
    """What a link asks of an issue: the test, and the options that it names."""
    if isinstance(typed, str):
        return (typed, ()) if typed in {"any", "none"} else ("in", (typed,))
    if isinstance(typed, Mapping) and len(typed) == 1 and next(iter(typed)) in {"in", "not"}:
        [(test, named)] = typed.items()
        options = [named] if isinstance(named, str) else named
        if isinstance(options, list) and all(isinstance(each, str) for each in options):
            return test, tuple(options)
    accepted = "an option, any, none, {in: [..]} or {not: ..}"
    raise RefusedError(rule="link", seen="this is not a link", accepted=accepted)


_AMOUNTS = tuple(name for name, fact in TABLE.items() if fact.type == "money")


class _LinkForm(Form, extra="allow"):
    when: When = ()
    any_of: Annotated[Listed[_LinkForm], Field(alias="any-of")] = ()
    __pydantic_extra__: dict[str, Annotated[Any, AfterValidator(_link)]] = Field(init=False)

    @property
    def links(self) -> tuple[Link, ...]:
        """A link for each issue."""
        tested = (self.model_extra or {}).items()
        return tuple(Link(issue, test, options, self.when) for issue, (test, options) in tested)

    @property
    def groups(self) -> tuple[tuple[Link, ...], ...]:
        """Groups of alternatives, of which one must hold."""
        either = tuple(link for each in self.any_of for link in each.links)
        return (either,) if self.any_of else tuple((link,) for link in self.links)


class _AskForm(Form, extra="allow"):
    when: When = ()
    because: Said = ""
    __pydantic_extra__: dict[str, Annotated[Any, AfterValidator(_link)]] = Field(init=False)

    @property
    def asked(self) -> Asked:
        """What is met: the options of some issues, or the conditions alone."""
        tested = (self.model_extra or {}).items()
        links = tuple(Link(issue, test, options) for issue, (test, options) in tested)
        return Asked(links, self.when, self.because)


class _WatchForm(Form):
    words: Texts
    places: Annotated[Texts, Field(alias="in")]
    because: Said


class _StaysBelowForm(Form):
    fact: Annotated[str, word(_AMOUNTS)]
    figure: str


_Asks = Annotated[Listed[_AskForm], Field(alias="asks-reason")]


def _nothing(typed: object) -> object:
    """What an option that allocates nothing says aloud."""
    return () if typed == NONE else typed


class _AllocationForm(Form):
    risk: str = ""
    reward: str = ""
    bad_day: Annotated[str, Field(alias="bad-day")] = ""
    to: str
    share: str = ""
    cap: str = ""
    unit: str = ""
    when: When = ()
    priced: YesNo = False
    item: str = ""
    trigger: str = ""
    of: str = ""
    least: str = ""
    whose: str = ""
    rest: str = ""
    over: str = ""
    worth: str = ""
    beside: YesNo = False


_Allocates = Annotated[Listed[_AllocationForm], BeforeValidator(_nothing)]


class _ItemForm(Form):
    when: When = ()
    shrinks: YesNo = False
    after: str = ""
    drop: YesNo = False
    unlimited: str = ""


class _ReviewForm(Form):
    status: Annotated[Literal["draft", "reviewed"], word(("draft", "reviewed"))] = "draft"
    by: str = ""
    date: str = ""


class _NextForm(Form):
    city: Said = ""
    partner: Said = ""


SIDES: Final = tuple(_NextForm.model_fields)


class _OverlayForm(Form):
    overlay: YesNo = False
    items: Mapped[_ItemForm] = NO_KEYS
    needs: Listed[_LinkForm] = ()
    asks_reason: _Asks = ()
    watches: Listed[_WatchForm] = ()
    requires: When = ()
    schedules: Texts = ()
    sources: Texts = ()
    parameters: Mapped[ParameterForm] = NO_KEYS
    allocates: _Allocates = ()
    answers: AnswersForm = NO_KEYS
    yields: Texts = ()
    style: Mapped[Mapped[Said]] = NO_KEYS
    gives: Listed[GrantForm] = ()


class _CommonForm(Form):
    overlay: YesNo = False
    items: Mapped[_ItemForm] = NO_KEYS
    answers: AnswersForm = NO_KEYS
    yields: Texts = ()
    style: Mapped[Mapped[Said]] = NO_KEYS
    gives: Listed[GrantForm] = ()


class _OptionForm(Form):
    title: str
    summary: str
    stance: str
    when_to_use: str
    differs: str
    needs: Listed[_LinkForm] = ()
    conflicts: Listed[_LinkForm] = ()
    asks_reason: _Asks = ()
    watches: Listed[_WatchForm] = ()
    requires: When = ()
    provides: Mapped[Said] = NO_KEYS
    allocates: _Allocates = ()
    answers: AnswersForm = NO_KEYS
    yields: Texts = ()
    items: Mapped[_ItemForm] = NO_KEYS
    mou: StandingForms | None = None
    survives: Lasts | None = None
    schedules: Texts = ()
    sources: Texts = ()
    review: _ReviewForm = NO_KEYS
    overlay: YesNo = False
    binds: Texts = ()
    stays_below: Annotated[Listed[_StaysBelowForm], Field(alias="stays-below")] = ()
    confirm: Listed[ConfirmForm] = ()
    parameters: Mapped[ParameterForm] = NO_KEYS
    short: Short = ""
    leans: Annotated[str, word(SIDES)] = ""
    rank: Count = 0
    next: _NextForm = NO_KEYS
    style: Mapped[Mapped[Said]] = NO_KEYS
    gives: Listed[GrantForm] = ()


def option_from(tree: Any, problems: Problems, *, issue: str, name: str, file: str, body: str, line: int) -> Option:  # noqa: ANN401 - a tree of text
    """The option of a front matter and the body below it, or an overlay's part of one."""
    form = _form(tree, name, problems)
    wordings, note, findings = parsed_wordings(body, line)
    for finding in findings:
        problems.add(finding.rule, finding.address, finding.seen, finding.accepted, finding.fix)
    if not wordings and not (form.overlay and (form.items or form.asks_reason or form.watches)):
        problems.add("missing-wording", "1:1", "there is no wording", "# Agreement, # Statement or # Binding")
    if name != COMMON and not form.overlay:
        _check_note(body, line, problems)
    if name != COMMON and not form.overlay and tree.get("allocates") in (None, ""):
        problems.missing("", "allocates", f"a list of who bears or gets what, or {NONE}")
    _check_words(form, problems)
    made: dict[str, Any] = {
        "needs": tuple(group for each in form.needs for group in each.groups),
        "conflicts": tuple(group for each in form.conflicts for group in each.groups),
        "asks_reason": _asked(form.asks_reason, problems),
        "watches": tuple(Watch(**vars(each)) for each in form.watches),
        "allocates": _allocations(form.allocates, problems),
        "gives": grants_from(form.gives, problems),
        "items": {key: ItemRule(**vars(each)) for key, each in form.items.items()},
        "mou": None if form.mou is None else standings_from(form.mou, problems),
        "review": Review(**vars(form.review)),
        "stays_below": tuple(StaysBelow(**vars(each)) for each in form.stays_below),
        "confirm": confirms_from(form.confirm, problems),
        "parameters": {key: _brought(each, key, issue, name, problems) for key, each in form.parameters.items()},
        "next": {side: each for side in SIDES if (each := getattr(form.next, side))},
        "note_parts": note_parts(note),
    }
    own: dict[str, Any] = {key: value for key, value in vars(form).items() if key != "overlay"}
    place: dict[str, Any] = {"issue": issue, "id": name, "file": file, "marks": problems.marks}
    return Option(**{**own, **made}, **place, wordings=wordings, note=note)


def with_brought(issue: Issue, options: Iterable[Option], problems: list[Finding]) -> Issue:
    """The issue with the parameters that its options bring along; one whose name it has already is noted."""
    for option in options:
        for name, parameter in option.parameters.items():
            if known := issue.parameters.get(name):
                owner = f"{issue.id}/{known.brought_by}" if known.brought_by else issue.id
                place, seen = option.marks.place(f"parameters.{name}"), f'"{name}" is a parameter of {owner} already'
                problems.append(Finding("parameter-name", "error", option.file, seen, "a name of its own", "", place))
            else:
                marks = SourceMap(issue.file, {}, (issue.marks, option.marks))
                issue = replace(issue, parameters={**issue.parameters, name: parameter}, marks=marks)
    return issue


def _brought(form: ParameterForm, name: str, issue: str, option: str, problems: Problems) -> Parameter:
    """A parameter that an option brings along."""
    if form.options:
        seen = "a parameter in an option's own file is for that option alone"
        problems.add("parameter-for", f"parameters.{name}.for", seen, "no for:")
    return replace(parameter_from(form, name, issue, problems), options=(option,), brought_by=option)


def _form(tree: Any, name: str, problems: Problems) -> _OptionForm:  # noqa: ANN401 - a tree of text
    """The front matter of an option, of an overlay, or of the common items of an issue."""
    if name == COMMON:
        return _whole(read(_CommonForm, tree, problems))
    return _whole(read(_OverlayForm, tree, problems)) if is_overlay(tree) else read(_OptionForm, tree, problems)


def _whole(form: _OverlayForm | _CommonForm) -> _OptionForm:
    """An overlay, or common items, as an option that says nothing else."""
    silent = dict.fromkeys((name for name, field in _OptionForm.model_fields.items() if field.is_required()), "")
    return _OptionForm.model_validate(silent).model_copy(update=vars(form))


def is_overlay(tree: Mapping[str, Any]) -> bool:
    """Whether a file changes items of an option instead of replacing it."""
    return tree.get("overlay") == "yes"


def versioned(option: Option, issue: Issue) -> Option:
    """The option with its version: the first 8 hex digits of SHA-256 over its wording and its issue's parameters."""
    parameters = [
        (p.name, p.type, p.default, p.min, p.max, [(v.word, plain(v.parts)) for v in p.values])
        for p in issue.parameters.values()
        if p.brought_by in {"", option.id}
    ]
    wording = {kind: _normalised(wording) for kind, wording in sorted(option.wordings.items())}
    text = json.dumps([wording, parameters], ensure_ascii=False, sort_keys=True)
    return replace(option, version=hashlib.sha256(text.encode()).hexdigest()[:8])


def _normalised(wording: Wording) -> list[object]:
    return [[s.heading, *(_normalised_item(item) for item in s.items)] for s in wording.sections]


def _normalised_item(item: Item) -> list[object]:
    return [item.id, plain(item.parts), item.is_or, *(_normalised_item(child) for child in item.items)]


def _check_note(body: str, first: int, problems: Problems) -> None:
    """What is wrong with the headings of the note."""
    lines = list(enumerate(body.split("\n"), first))
    start = next((line for line, text in lines if text.strip() == f"# {NOTE}"), 0)
    below = takewhile(lambda each: not each[1].startswith("# "), (each for each in lines if each[0] > start))
    for each in note_findings(list(below), start) if start else ():
        problems.add(each.rule, each.address, each.seen, each.accepted, each.fix)


def _check_words(form: _OptionForm, problems: Problems) -> None:
    """What is wrong with the words about an option."""
    words = form.summary.split()
    if len(words) > SUMMARY_WORDS:
        problems.add("summary", "summary", f"{len(words)} words", f"at most {SUMMARY_WORDS}")
    if duty := DUTY & {each.strip(".,;:").lower() for each in words}:
        problems.add("summary", "summary", f'"{min(duty)}" is a verb of duty', "the present tense")
    for name, phrase in form.provides.items():
        if any(mark in phrase for mark in ("{{", "[[", "**")):
            seen = f'"{phrase}" holds a blank, a reference or a term'
            problems.add("provided-phrase", f"provides.{name}", seen, "plain words, such as the Steering Group")
    if form.review.status == "reviewed" and not (form.review.by and form.review.date):
        problems.add("review", "review", "reviewed, but by whom and when is missing", "status, by and date")


def _asked(forms: Iterable[_AskForm], problems: Problems) -> tuple[Asked, ...]:
    """What asks a reason; an entry that names nothing would always ask."""
    made = tuple(form.asked for form in forms)
    for number, asked in enumerate(made):
        if not (asked.links or asked.when):
            seen, accepted = "this names nothing that is met", "an issue with an option, or when: with conditions"
            problems.add("asks-reason", f"asks-reason.{number}", seen, accepted)
    return made


def _allocations(forms: Iterable[_AllocationForm], problems: Problems) -> tuple[Allocation, ...]:
    made = []
    for number, each in enumerate(forms):
        named: dict[Literal["risk", "reward", "bad-day"], str] = {
            "risk": each.risk,
            "reward": each.reward,
            "bad-day": each.bad_day,
        }
        said = {kind: name for kind, name in named.items() if name}
        if not said:
            problems.missing(f"allocates.{number}", "risk", "", 'add "risk:", "reward:" or "bad-day:"')
        elif len(said) > 1:
            seen, accepted = f"{' and '.join(said)} stand in one entry", "an entry for each"
            problems.add("allocates", f"allocates.{number}", seen, accepted)
        kind, name = next(iter(said.items()), ("risk", ""))
        same = {key: value for key, value in vars(each).items() if key not in {"risk", "reward", "bad_day"}}
        made.append(Allocation(kind, name, **same))
    return tuple(made)
