"""What a template may name: labels, scalars, rows; plain data and finished XML, no objects of ours."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from msgspec.structs import asdict

from pactwright.document import Agreement, Furniture, KeyTerm, OpenPoint, PartyLine, Runs
from pactwright.writers.word.markup import Markup, PlainWords
from pactwright.writers.word.runs import runs_xml


def template_context(agreement: Agreement) -> dict[str, Any]:
    """Every name that a template can use but the slots; a name that is not here is an error of the template.

    Scalars go in `{{ }}`, what is called "runs" below in `{{r }}`; a condition tests only the booleans.
    """
    return _scalars(agreement) | _booleans(agreement) | _rows(agreement) | _lines(agreement)


def _scalars(agreement: Agreement) -> dict[str, Any]:
    draft = "" if agreement.is_final else agreement.furniture.draft
    notice = "".join(agreement.notices[:1])
    return {
        "title": PlainWords(agreement.title),
        "version": PlainWords(agreement.version),
        "draft_mark": PlainWords(draft.upper()),
        "footer_notice": PlainWords("" if agreement.is_final else notice),
        "notices": [PlainWords(notice) for notice in agreement.notices],
        "labels": _labels(agreement.furniture),
    }


@lru_cache(maxsize=8)
def _labels(furniture: Furniture) -> Mapping[str, PlainWords]:
    return MappingProxyType({name: PlainWords(label) for name, label in asdict(furniture).items()})


def _booleans(agreement: Agreement) -> dict[str, Any]:
    open_points = bool(agreement.open_points) and not agreement.is_final
    return {
        "is_draft": not agreement.is_final,
        "has_key_terms": bool(agreement.key_terms),
        "has_open_points": open_points,
        "has_recitals": bool(agreement.recitals),
        "has_schedules": bool(agreement.schedules),
    }


def _rows(agreement: Agreement) -> dict[str, Any]:
    return {
        "parties": [_party(party) for party in agreement.parties],
        "key_terms": [_key_term(term) for term in agreement.key_terms],
        "open_points": [_open_point(point) for point in agreement.open_points],
    }


def _lines(agreement: Agreement) -> dict[str, Any]:
    return {
        "project": _runs(agreement.project),
        "date": _runs(agreement.date),
    }


def _party(party: PartyLine) -> dict[str, Markup]:
    return {"name": _runs(party.name), "details": _runs(party.details), "called": _runs(party.called)}


def _key_term(term: KeyTerm) -> dict[str, PlainWords | Markup]:
    return {"label": PlainWords(term.label), "text": _runs(term.runs), "source": _runs(term.source)}


def _open_point(point: OpenPoint) -> dict[str, Markup]:
    return {
        "what": _runs(point.asked),
        "where": _runs(point.where),
        "owner": _runs(point.owner),
        "by": _runs(point.by),
    }


def _runs(runs: Runs) -> Markup:
    return Markup(runs_xml(runs))
