"""What made a document, in a form that can be checked: digests of what went in, never a person, a path or the time.

The pairs stand in the file's custom properties. `verify` reads them to say which of the inputs has changed since.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Raw
from msgspec.json import encode
from msgspec.structs import replace

from pactwright import __version__
from pactwright.document import Agreement, Piece, Term, paragraphs_of
from pactwright.errors import UsageError
from pactwright.wording.notes import NEUTRAL, NOTES

if TYPE_CHECKING:
    from pactwright.library.model import Library
    from pactwright.spec import Spec

EPOCH = "SOURCE_DATE_EPOCH"
FINAL = "final"
INTERNAL = "internal"  # the status of a draft with notes for one side
_LAST_SECOND = 253402300799  # the end of the year 9999


def traced(agreement: Agreement, spec: Spec, library: Library, template: bytes, made: str = "") -> Agreement:
    """The agreement with its provenance.

    `template` is the bytes of the Word template, `made` the moment that stands in for the date of a spec without one.
    """
    own = dict(agreement.provenance)
    pairs = {
        "tool": f"pactwright {__version__}",
        "document": agreement.document,
        "status": FINAL if agreement.is_final else INTERNAL if own.get(NOTES, NEUTRAL) != NEUTRAL else "draft",
        "spec": spec_digest(spec),
        "library": library_digest(library, agreement),
        "template": _sha256(template),
    }
    moment = {} if "date" in own or not made else {"made": made}
    return replace(agreement, provenance=tuple((own | pairs | moment).items()))


def spec_digest(spec: Spec) -> str:
    """SHA-256 of the spec as it was understood: each address with its value, in the order of the form.

    Comments, quotes and the order of fields make no difference; the order of parties and of lists does, since it is
    the order of print.
    """
    return _sha256(encode([(address, str(value)) for address, value in spec.values]))


def library_digest(library: Library, agreement: Agreement) -> str:
    """SHA-256 of what this document uses of a library: its clauses, terms and schedules, and the jurisdiction."""
    clauses = (clause for article in agreement.articles for clause in article.clauses)
    used = tuple((clause.id, clause.option, clause.version) for clause in clauses)
    defined = frozenset[str]().union(*map(_defined_in, agreement.pieces()))
    return _digest_of_used(library, used, defined, tuple(each.id for each in agreement.schedules))


@lru_cache(maxsize=256)
def _defined_in(piece: Piece) -> frozenset[str]:
    runs = (run for paragraph in paragraphs_of(piece) for run in paragraph.runs)
    return frozenset(run.text for run in runs if isinstance(run, Term))


@lru_cache(maxsize=64)
def _digest_of_used(
    library: Library, clauses: tuple[tuple[str, str, str], ...], defined: frozenset[str], schedules: tuple[str, ...]
) -> str:
    terms = [term for name, term in sorted(library.terms.items()) if {name, term.prints, term.plural} & defined]
    plans = [library.schedules[each] for each in schedules if each in library.schedules]
    issues = [_printed_of(library, issue, option) for issue, option, _ in clauses if issue in library.issues]
    own = map(_plain, (clauses, issues, terms, plans))
    return _sha256(encode([*own, *map(Raw, _used_by_all(library))]))


@lru_cache(maxsize=4)
def _used_by_all(library: Library) -> tuple[bytes, bytes]:
    """What every document uses: the words of the library, and the jurisdiction."""
    named = [library.vocabulary, library.columns, library.concerned]
    return encode(_plain(named)), encode(_plain(library.jurisdiction))


def _printed_of(library: Library, issue: str, option: str) -> list[object]:
    """What prints of an issue beside the wording of its option, which the clause's version stands for."""
    known = library.issues[issue]
    labels = [(each.name, each.ask, each.label, each.key_term, each.values) for each in known.parameters.values()]
    return [known.heading, labels, library.options[issue][option].provides if option else {}]


def made_at(environment: Mapping[str, str]) -> str:
    """The moment that SOURCE_DATE_EPOCH names, as a W3C date in UTC; nothing when it is not set.

    Raises UsageError when it is not a number of seconds.
    """
    typed = environment.get(EPOCH, "")
    if not typed:
        return ""
    if not (typed.isascii() and typed.isdigit() and int(typed) <= _LAST_SECOND):
        message = f'{EPOCH}: "{typed}" is not a moment; the seconds since 1970 as a whole number, such as 1767225600'
        raise UsageError(message)
    return datetime.fromtimestamp(int(typed), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _plain(value: object) -> object:
    """A frozen value as lists and texts; fields that do not count for equality are where it came from."""
    if type(value) is str:  # most are, and other kinds take longer to tell
        return value
    if is_dataclass(value):
        return [_plain(getattr(value, field.name)) for field in fields(value) if field.compare]
    if isinstance(value, Mapping):
        return [[str(key), _plain(below)] for key, below in sorted(value.items(), key=lambda pair: str(pair[0]))]
    return [_plain(each) for each in value] if isinstance(value, (tuple, list)) else str(value)
