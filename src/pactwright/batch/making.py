"""From a row to the contents of its files, by the same steps as `draft`."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from pactwright.batch.base import Base, filled
from pactwright.batch.made import Made, clauses_of, terms_of
from pactwright.batch.order import Order
from pactwright.batch.row import Row
from pactwright.drafting import Draft, errors
from pactwright.errors import InputError
from pactwright.library.places import jurisdictions
from pactwright.looks import look
from pactwright.provenance import made_at, traced
from pactwright.workshop import Read, documents_of, drafts_of, read, read_tree
from pactwright.writers import WRITERS, Look

if TYPE_CHECKING:
    from collections.abc import Mapping


def lasting() -> None:
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

    def __init__(self, base: Base | None, order: Order) -> None:
        self._base = base
        self._order = order

    def ready(self) -> None:
        """Loads what every row needs, the base's own files among it, also for processes that fork from this one.

        Raises UsageError, InputError or ForeignContentError for a library or a template that serves no row.
        """
        _ = self._look
        made_at(os.environ)
        jurisdictions(house=self._order.house)
        if self._base:
            with suppress(InputError):  # a base may lack what every row fills
                self.made(Row("", str(self._base.path)))
        lasting()

    @cached_property
    def _look(self) -> Look:
        """The look of every file of the run; a template that somebody saves meanwhile is for the next run."""
        return look(self._order.template)

    def made(self, row: Row) -> tuple[Made, ...]:
        """The files of a row; raises InputError with every problem of it, and UsageError for a spec out of reach."""
        source = self._source(row)
        documents = documents_of(source.spec, source.library, self._order.documents)
        drafts = drafts_of(source, documents, is_final=self._order.is_final)
        wrong = tuple(dict.fromkeys(finding for draft in drafts for finding in errors(draft.findings)))
        if wrong:
            raise InputError(wrong)
        return tuple(made for draft in drafts for made in self._forms(source, draft))

    def base_terms(self) -> Mapping[str, Mapping[str, str]]:
        """Document -> what the base says in it by itself; nothing for a base that is no whole spec without a row."""
        if self._base is None:
            return {}
        try:
            source = self._source(Row("", str(self._base.path)))
            drafts = drafts_of(source, documents_of(source.spec, source.library, self._order.documents))
        except InputError:
            return {}
        return {draft.agreement.document: terms_of(draft.selection) for draft in drafts}

    def _source(self, row: Row) -> Read:
        if row.spec is not None:
            return read(row.spec, self._order.house)
        if self._base is None:
            message = "a row that is no spec of its own needs a base"
            raise ValueError(message)
        return read_tree(self._base.path, *filled(self._base, row), self._order.house)

    def _forms(self, source: Read, draft: Draft) -> Iterator[Made]:
        worn = self._look
        made = made_at(os.environ)
        agreement = traced(draft.agreement, source.spec, source.library, worn.template, made)
        clauses, terms = clauses_of(agreement), terms_of(draft.selection)
        warnings = tuple(finding for finding in draft.findings if finding.level == "warning")
        for form in self._order.forms:
            content = WRITERS[form](agreement, worn)
            yield Made(agreement.document, form, content, clauses, terms, warnings)
