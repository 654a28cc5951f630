"""From a row to the contents of its files, by the same steps as `draft`."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from pactwright.batch.base import Base, overlaid
from pactwright.batch.model import Row, Settings
from pactwright.drafting import Draft, errors
from pactwright.errors import InputError
from pactwright.facts.conditions import NIL
from pactwright.findings import Finding
from pactwright.library.places import jurisdictions
from pactwright.provenance import made_at, traced
from pactwright.service import SpecFile, documents_of, drafts_of, read, read_tree
from pactwright.spec.amounts import Money
from pactwright.themes import theme_of
from pactwright.writers import WRITERS, Theme

if TYPE_CHECKING:
    from pactwright.document import Agreement, Sheet
    from pactwright.selection import Selection
    from pactwright.spec import Spec

Clauses: TypeAlias = tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Made:
    """The content of a file, and what a reader of the batch wants to know of it.

    `form` is its format ("docx", "txt", "html", "json"), `clauses` the issue, option and version of each clause in
    it, `terms` what it says: issue -> option ("none" when it is left out), issue.parameter -> value, as text;
    `warnings` have their places. `facts` are the values of the spec that are not those of the base: address -> text,
    "" where the base has one and the row none. `sheet` stands beside a final.
    """

    document: str
    form: str
    content: bytes
    clauses: Clauses
    terms: Mapping[str, str]
    warnings: tuple[Finding, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)
    sheet: Sheet | None = None


def clauses_of(agreement: Agreement) -> Clauses:
    """Issue, option and version of each clause that came out of the library, in the order of the document."""
    clauses = (clause for article in agreement.articles for clause in article.clauses)
    return tuple((clause.id, clause.option, clause.version) for clause in clauses if clause.option)


def terms_of(selection: Selection) -> dict[str, str]:
    """What a selection says, issue by issue, each followed by its parameters."""
    terms: dict[str, str] = {}
    for name, selected in selection.issues.items():
        terms[name] = selected.chosen
        terms |= {f"{name}.{parameter}": _text(value) for parameter, value in selected.values.items()}
    return terms


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Money) and value.is_nil:
        return NIL
    if isinstance(value, tuple):
        return ", ".join(map(_text, value))
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {_text(each)}" for key, each in sorted(value.items()))
    return "open" if value is None else str(value)


def facts_in(spec: Spec, terms: Mapping[str, str]) -> dict[str, str]:
    """Every value that is typed in a spec, by its address, but for the choices that the terms of a document say."""
    typed = ((address, _text(value)) for address, value in spec.values)
    return {address: text for address, text in typed if not _is_said(address, terms)}


def departing(facts: Mapping[str, str], base: Mapping[str, str]) -> dict[str, str]:
    """The facts that are not those of a base, "" for what it has and they have not."""
    gone = dict.fromkeys(sorted(base.keys() - facts.keys()), "")
    return {address: text for address, text in facts.items() if base.get(address) != text} | gone


def _is_said(address: str, terms: Mapping[str, str]) -> bool:
    return address.removeprefix("choices.").removesuffix(".option") in terms


def freeze() -> None:
    """Spares Python's collector what is loaded by now: it stays, and documents leave no cycles to look for.

    It still runs over the rest every few hundred documents: only that gives back the tuples that Python keeps in store.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(2_000, 5, 5)


class Maker:
    """Makes the files of one row after the other, over one base; loads nothing before it is asked to.

    Each file is the one that `draft` would write.
    """

    def __init__(self, base: Base | None, settings: Settings) -> None:
        self._base = base
        self._settings = settings

    def ready(self) -> None:
        """Loads what every row needs, the base's own files among it, also for processes that fork from this one.

        Raises UsageError, InputError or ForeignContentError for a library or a template that serves no row.
        """
        _ = self._theme
        made_at(os.environ)
        jurisdictions(house=self._settings.house)
        if self._base:
            with suppress(InputError):  # a base may lack what every row fills
                self.made(Row("", str(self._base.path)))
        freeze()

    @cached_property
    def _theme(self) -> Theme:
        """The theme of every file of the run; a template that somebody saves meanwhile is for the next run."""
        return theme_of(self._settings.template)

    def made(self, row: Row) -> tuple[Made, ...]:
        """The files of a row; raises InputError with every problem of it, and UsageError for a spec out of reach."""
        source = self._source(row)
        documents = documents_of(source.spec, source.library, self._settings.documents)
        drafts = drafts_of(source, documents, is_final=self._settings.is_final, is_short=self._settings.is_short)
        wrong = tuple(dict.fromkeys(finding for draft in drafts for finding in errors(draft.findings)))
        if wrong:
            raise InputError(wrong)
        terms = {address: text for draft in drafts for address, text in terms_of(draft.selection).items()}
        facts = departing(facts_in(source.spec, terms), self._base_facts)
        return tuple(made for draft in drafts for made in self._forms(source, draft, facts))

    def base_facts(self) -> Mapping[str, str]:
        """The values of the base by address; nothing for a base that is no whole spec without a row."""
        return self._base_facts

    @cached_property
    def _base_facts(self) -> Mapping[str, str]:
        if self._base is None:
            return {}
        try:
            source = self._source(Row("", str(self._base.path)))
            terms = {address: text for said in self.base_terms().values() for address, text in said.items()}
        except InputError:
            return {}
        return facts_in(source.spec, terms)

    def base_terms(self) -> Mapping[str, Mapping[str, str]]:
        """Document -> what the base says in it by itself; nothing for a base that is no whole spec without a row."""
        if self._base is None:
            return {}
        try:
            source = self._source(Row("", str(self._base.path)))
            drafts = drafts_of(source, documents_of(source.spec, source.library, self._settings.documents))
        except InputError:
            return {}
        return {draft.agreement.document: terms_of(draft.selection) for draft in drafts}

    def _source(self, row: Row) -> SpecFile:
        if row.spec is not None:
            return read(row.spec, self._settings.house)
        if self._base is None:
            message = "a row that is no spec of its own needs a base"
            raise ValueError(message)
        return read_tree(self._base.path, *overlaid(self._base, row), self._settings.house)

    def _forms(self, source: SpecFile, draft: Draft, facts: Mapping[str, str]) -> Iterator[Made]:
        template, moment = self._theme.template, made_at(os.environ)
        agreement = traced(draft.agreement, source.spec, source.library, template, moment)
        clauses, terms = clauses_of(agreement), terms_of(draft.selection)
        warnings = tuple(finding for finding in draft.findings if finding.level == "warning")
        for form in self._settings.formats:
            content = WRITERS[form](agreement, self._theme)
            yield Made(agreement.document, form, content, clauses, terms, warnings, facts, draft.sheet)
