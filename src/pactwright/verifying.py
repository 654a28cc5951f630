"""Whether a Word file is what its spec gives: drafts it again, and holds the two against each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from pactwright.compare import Comparison, compared
from pactwright.compare.opening import properties_of
from pactwright.errors import InputError
from pactwright.foreign import RETURNED, content
from pactwright.provenance import INTERNAL, traced
from pactwright.service import SpecFile, documents_of, drafts_of, read
from pactwright.themes import theme_of
from pactwright.writers import WRITERS, Theme

if TYPE_CHECKING:
    from pactwright.document import Agreement

Verdict: TypeAlias = Literal["identical", "formatting", "edited"]

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
INPUTS = ("tool", "spec", "library", "template")


@dataclass(frozen=True, slots=True)
class Verified:
    """The verdict on a file, the comparison behind it, and what went into it that is different today.

    `document` and `status` say as what it was drafted again; `changed` names the inputs in `INPUTS` whose digest in
    the file is not that of the inputs now, and is None when the file does not say what made it.
    """

    verdict: Verdict
    document: str
    status: str
    comparison: Comparison
    changed: tuple[str, ...] | None


def verified(file: Path, spec: Path, house: Path | None = None, template: Path | None = None) -> Verified:
    """The verdict on a Word file; `house` is the library laid over the built-in one, `template` a template of its own.

    Raises UsageError for a file that cannot be read, ForeignContentError for one that is built to do harm, and
    InputError when the spec cannot be drafted as the file says that it was, or the template cannot be used.
    """
    data = content(file, RETURNED)
    said = properties_of(data, str(file))
    theme = theme_of(template)
    candidates = _candidates(read(spec, house), said, theme)
    tries = [_verdict(agreement, theme, data, said, str(file)) for agreement in candidates]
    return min(tries, key=_distance)


def _candidates(source: SpecFile, said: Mapping[str, str], theme: Theme) -> Iterator[Agreement]:
    """The document that the file says it is; every document of the spec when it does not say."""
    kinds = documents_of(source.spec, source.library)
    known = said.get("document", "")
    kinds = (known,) if known in {*kinds, "pilot-agreement", "mou"} else kinds
    status = said.get("status", "")
    has_notes = status == INTERNAL
    statuses = [status == "final"] if status in {"final", "draft", INTERNAL} else [False, True]
    made = said.get("made", "") if _MOMENT.fullmatch(said.get("made", "")) else ""
    refused: list[InputError] = []
    sound = 0
    for is_final in statuses:
        for draft in drafts_of(source, kinds, is_final=is_final, with_notes=has_notes):
            wrong = tuple(each for each in draft.findings if each.level == "error")
            if wrong:
                refused.append(InputError(wrong))
                continue
            sound += 1
            yield traced(draft.agreement, source.spec, source.library, theme.template, made)
    if not sound:
        raise refused[0]


def _verdict(agreement: Agreement, theme: Theme, data: bytes, said: Mapping[str, str], name: str) -> Verified:
    drafted = WRITERS["docx"](agreement, theme)
    comparison = compared(drafted, data, name)
    now = dict(agreement.provenance)
    changed = tuple(each for each in INPUTS if said.get(each) != now[each]) if "spec" in said else None
    verdict: Verdict = "formatting" if comparison.has_same_words else "edited"
    if drafted == data or comparison.has_same_parts:
        verdict = "identical"
    return Verified(verdict, agreement.document, now["status"], comparison, changed)


def _distance(each: Verified) -> int:
    return sum(found.state != "same" for found in each.comparison.found) + len(each.comparison.added)
