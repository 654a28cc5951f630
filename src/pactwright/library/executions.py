"""Execution blocks: how each kind of party signs in a place, read from its files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated, Any

from pydantic import Field

from pactwright.library.model import Execution, Jurisdiction, Signer, SignField
from pactwright.library.reading import NO_KEYS, Count, Form, Listed, Problems, Texts, read


class _FieldForm(Form):
    label: str
    kind: str = ""
    source: Annotated[str, Field(alias="from")] = ""
    text: str = ""


class _CountForm(Form):
    min: Count = 1
    max: Count = 1


class _SignerForm(Form):
    heading: str = ""
    count: _CountForm = NO_KEYS
    fields: Listed[_FieldForm] = ()


class _ExecutionForm(Form):
    title: str
    opening: str
    witness: str = ""
    deed: str = ""
    sources: Texts = ()
    note: str = ""
    signatories: _CountForm = NO_KEYS
    signers: Listed[_SignerForm] = ()
    secretary: Texts = ()
    offices: Listed[Texts] = ()
    alternatives: Listed[_ExecutionForm] = ()


def execution_from(tree: Any, problems: Problems) -> Execution:  # noqa: ANN401 - a tree of text
    """An execution block: the opening line and the fields of each person who signs."""
    return _execution(read(_ExecutionForm, tree, problems), "", problems)


def with_executions(jurisdiction: Jurisdiction, executions: Mapping[str, Execution]) -> Jurisdiction:
    """The jurisdiction with more execution blocks, by kind of party."""
    return replace(jurisdiction, executions={**jurisdiction.executions, **executions})


def _execution(form: _ExecutionForm, above: str, problems: Problems) -> Execution:
    return Execution(
        title=form.title,
        opening=problems.parts(form.opening, f"{above}opening"),
        signers=tuple(_signer(each) for each in form.signers),
        fewest=form.signatories.min,
        most=form.signatories.max,
        sources=form.sources,
        secretary=form.secretary,
        offices=form.offices,
        alternatives=tuple(
            _execution(each, f"{above}alternatives.{number}.", problems)
            for number, each in enumerate(form.alternatives)
        ),
    )


def _signer(form: _SignerForm) -> Signer:
    fields = tuple(SignField(each.label, each.source, each.text) for each in form.fields)
    return Signer(fields, form.heading, form.count.min, form.count.max)
