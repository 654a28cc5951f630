"""The order of a document, from templates/outlines: articles, recitals, key terms, schedules, and its own labels."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, get_args

from pactwright.document import Furniture, SigningPlace
from pactwright.errors import InputError
from pactwright.findings import Finding, SourceMap
from pactwright.library.digests import FromFiles
from pactwright.library.reading import NO_KEYS, Form, Listed, Mapped, Problems, Said, Texts, YesNo, read, texts_of, word
from pactwright.textfile import parsed, read_text
from pactwright.wording.parts import Kind


@dataclass(frozen=True, slots=True)
class ArticlePlan:
    """A part of the document: its heading, the wording that its issues print, the issues in order.

    "term/term#start" is the clause of that heading alone; the others stand where the issue does. `again` stands behind
    the heading of a clause that another article prints too.
    """

    heading: str
    kind: Kind
    issues: tuple[str, ...]
    again: str = ""


@dataclass(frozen=True, slots=True)
class RecitalPlan:
    """A text of the spec that stands in the Background, behind some words; a gap where it is missing, if it must be."""

    fact: str
    lead_in: str = ""
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Definitions:
    """The words around definitions."""

    heading: str
    lead_in: str
    means: str
    elsewhere: str
    collective: str


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A table of the sheet beside a final: its heading, and the headings of its columns by id."""

    heading: str
    columns: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class SheetWords:
    """The words of the sheet beside a final; `parts` are its tables in order, `ask` is what a draft says before it."""

    title: str
    lead_in: str
    nothing: str
    unchecked: str
    overdue: str
    in_force: str
    signs: str
    ask: str
    waits: str
    unanswered: str
    twice: str
    parts: Mapping[str, SheetPart]
    owed: str
    total: str
    unknown: str


@dataclass(frozen=True, slots=True)
class AnnexWords:
    """The words of the annex of sources; `columns` are the headings of its table."""

    title: str
    lead_in: str
    columns: tuple[str, ...]
    nothing: str
    unread: str
    unstated: str


@dataclass(frozen=True, slots=True)
class LedgerWords:
    """The words of the annex that says who bears what; `nobody` stands where nobody does."""

    title: str
    lead_in: str
    columns: tuple[str, ...]
    nobody: str


@dataclass(frozen=True, slots=True, eq=False)
class Outline(FromFiles):
    """The order of one kind of document.

    `schedules` names the schedules that it may have and which parts of each (none named: all). `only_cited` leaves out
    schedules, and parts, to which nothing refers. `signs_for_others` stands over the signature of a party that signs
    for others too, with names and authority in braces, and `law_by_party` around a name of law that not all parties
    have. `signed` is where the parties sign. `named_at` is the place at which each issue and schedule is named.
    `remarks` tell where a house names something by an old address.
    """

    document: str
    title: str
    this: str
    articles: tuple[ArticlePlan, ...]
    recitals: tuple[RecitalPlan, ...]
    key_terms: tuple[tuple[str, str], ...]
    schedules: Mapping[str, tuple[str, ...]]
    only_cited: bool
    definitions: Definitions
    execution_lead: str
    signs_for_others: str
    law_by_party: str
    signed: SigningPlace
    nothing: str
    notices: Mapping[str, str]
    furniture: Furniture
    before_signing: SheetWords
    sources_annex: AnnexWords
    ledger_annex: LedgerWords
    named_at: Mapping[str, str] = field(repr=False)
    remarks: tuple[Finding, ...] = ()


class _ArticleForm(Form):
    heading: str
    kind: Annotated[Kind, word(get_args(Kind))] = "agreement"
    issues: Texts = ()
    again: str = ""


class _RecitalForm(Form):
    fact: str
    lead_in: str = ""
    optional: YesNo = False


class _LabelledForm(Form):
    label: str
    fact: str


class _DefinitionsForm(Form):
    heading: str
    lead_in: str
    means: str
    elsewhere: str
    collective: str


class _ExecutionForm(Form):
    heading: str = ""
    place: Annotated[SigningPlace, word(get_args(SigningPlace))] = "before-schedules"
    lead_in: str
    for_others: str


class _SheetPartForm(Form):
    heading: str
    columns: Mapped[Said]


class _SheetForm(Form):
    title: str
    lead_in: str
    nothing: str
    unchecked: str
    overdue: str
    in_force: str
    signs: str
    ask: str
    waits: str
    unanswered: str
    twice: str
    parts: Mapped[_SheetPartForm]
    owed: str = ""
    total: str = ""
    unknown: str = ""


class _AnnexForm(Form):
    title: str
    lead_in: str
    columns: Texts
    nothing: str
    unread: str
    unstated: str


class _LedgerForm(Form):
    title: str
    lead_in: str
    columns: Texts
    nobody: str


_FurnitureForm = texts_of(Furniture.__struct_fields__)


class _OutlineForm(Form):
    title: str
    this: str
    articles: Listed[_ArticleForm] = ()
    recitals: Listed[_RecitalForm] = ()
    key_terms: Listed[_LabelledForm] = ()
    schedules: Texts = ()
    only_cited: YesNo = False
    definitions: _DefinitionsForm
    execution: _ExecutionForm
    law_by_party: str
    nothing: str
    notices: Mapped[Said] = NO_KEYS
    before_signing: _SheetForm
    sources_annex: _AnnexForm
    ledger_annex: _LedgerForm
    furniture: _FurnitureForm  # type: ignore[valid-type] # its fields are those of the value


def outline_from(path: Path) -> Outline:
    """The outline of a file; raises InputError with every problem of it."""
    text = read_text(path)
    tree, marks = parsed(text, f"templates/outlines/{path.name}")
    return outline_of(tree, marks, path.stem, text)


def outline_of(tree: Mapping[str, Any], marks: SourceMap, document: str, text: str) -> Outline:
    """The outline of a text tree; `text` is what was read for it. Raises InputError with every problem of it."""
    problems = Problems(marks)
    form = read(_OutlineForm, tree, problems)
    if problems.found:
        raise InputError(tuple(problems.found))
    made: dict[str, Any] = {
        "articles": tuple(ArticlePlan(**vars(each)) for each in form.articles),
        "recitals": tuple(RecitalPlan(**vars(each)) for each in form.recitals),
        "key_terms": tuple((each.label, each.fact) for each in form.key_terms),
        "schedules": _schedules(form.schedules),
        "definitions": Definitions(**vars(form.definitions)),
        "before_signing": SheetWords(
            **{
                **vars(form.before_signing),
                "parts": {name: SheetPart(**vars(each)) for name, each in form.before_signing.parts.items()},
            }
        ),
        "sources_annex": AnnexWords(**vars(form.sources_annex)),
        "ledger_annex": LedgerWords(**vars(form.ledger_annex)),
        "furniture": Furniture(**vars(form.furniture)),
        "named_at": dict(_named_at(form, marks)),
    }
    own = {key: value for key, value in vars(form).items() if key != "execution"}
    digest = hashlib.sha256(f"{document}\0{text}".encode()).hexdigest()
    signing = {
        "execution_lead": form.execution.lead_in,
        "signs_for_others": form.execution.for_others,
        "signed": form.execution.place,
    }
    return Outline(**{**own, **made, **signing}, read=digest, document=document)


def _named_at(form: _OutlineForm, marks: SourceMap) -> Iterator[tuple[str, str]]:
    for number, article in enumerate(form.articles):
        yield from ((name, marks.place(f"articles.{number}.issues.{each}")) for each, name in enumerate(article.issues))
    yield from ((name, marks.place(f"schedules.{number}")) for number, name in enumerate(form.schedules))


def _schedules(names: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """The parts of each schedule, from names such as "budget" and "parties#details"."""
    schedules: dict[str, tuple[str, ...]] = {}
    for name in names:
        schedule, _, part = name.partition("#")
        schedules[schedule] = (*schedules.get(schedule, ()), *((part,) if part else ()))
    return schedules
