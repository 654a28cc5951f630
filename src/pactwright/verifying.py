"""Whether a Word file is what its spec gives: drafts it again, and holds the two against each other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from pactwright.assembly import ANNEX, SHORT, WITH_LEDGER
from pactwright.compare import Comparison, compared, draft_file, word_file
from pactwright.compare.opening import WordFile
from pactwright.document import runs_of, words
from pactwright.errors import InputError
from pactwright.foreign import RETURNED, content
from pactwright.provenance import FINAL, INTERNAL, traced
from pactwright.service import SpecFile, documents_of, drafts_of, read
from pactwright.themes import theme_of
from pactwright.wording.notes import NOTES, READ_BY
from pactwright.writers import WRITERS, Theme

if TYPE_CHECKING:
    from pactwright.document import Agreement
    from pactwright.findings import Finding

Verdict: TypeAlias = Literal["identical", "same", "not-proven", "made-elsewhere", "edited"]

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
INPUTS = ("tool", "spec", "library", "template")
_OF_ANOTHER_MAKER = {"tool", "library"}


@dataclass(frozen=True, slots=True)
class Verified:
    """The verdict on a file, the comparison behind it, and what went into it that is different today.

    `document` and `status` say as what it was drafted again; `changed` names the inputs in `INPUTS` whose digest in
    the file is not that of the inputs now, and is None when the file does not say what made it. `made_by` is the tool
    that it names, and `remarks` tell what of the spec is read under addresses that have moved since it was written.
    """

    verdict: Verdict
    document: str
    status: str
    comparison: Comparison
    changed: tuple[str, ...] | None
    made_by: str
    remarks: tuple[Finding, ...] = ()

    @property
    def is_proven(self) -> bool:
        """Whether the file says what the spec gives, to whoever reads it."""
        return self.verdict in {"identical", "same"}


def verified(file: Path, spec: Path, house: Path | None = None, template: Path | None = None) -> Verified:
    """The verdict on a Word file; `house` is the library laid over the built-in one, `template` a template of its own.

    Raises UsageError for a file that cannot be read, ForeignContentError for one that is built to do harm, and
    InputError when the spec cannot be drafted as the file says that it was, or the template cannot be used.
    """
    data = content(file, RETURNED)
    theirs = word_file(data, str(file))
    theme = theme_of(template)
    source = read(spec, house)
    agreement = _nearest(list(_candidates(source, theirs, theme)), theirs)
    verdict = _verdict(agreement, WRITERS["docx"](agreement, theme), theirs, data)
    return replace(verdict, remarks=tuple(each for each in source.remarks if each.rule == "moved"))


def _nearest(candidates: list[Agreement], theirs: WordFile) -> Agreement:
    """The document that shares most paragraphs with the file, counted against those that it does not share.

    A draft differs from a final in the notice at the foot of its pages, if in nothing else.
    """
    there = Counter(line.text for line in (*theirs.lines, *chain(*theirs.around.values())))
    ours = [Counter(_texts(each)) for each in candidates] if candidates[1:] else [there]
    shared = [2 * (each & there).total() - each.total() for each in ours]
    return candidates[shared.index(max(shared))]


def _texts(agreement: Agreement) -> Iterator[str]:
    yield from (words(runs) for piece in agreement.pieces() for runs in runs_of(piece))
    yield from () if agreement.is_final else agreement.notices[:1]


def _candidates(source: SpecFile, theirs: WordFile, theme: Theme) -> Iterator[Agreement]:
    """The document that the file says it is; every document of the spec when it does not say."""
    said, readers = theirs.properties, {str(each): each for each in READ_BY}
    kinds = documents_of(source.spec, source.library)
    known = said.get("document", "")
    kinds = (known,) if known in {*kinds, "pilot-agreement", "mou"} else kinds
    status = said.get("status", "")
    notes = readers.get(said.get(NOTES, ""), "neutral" if status == INTERNAL else None)
    has_annex, has_ledger, is_short = (said.get(name) == value for name, value in (ANNEX, WITH_LEDGER, SHORT))
    statuses = [status == FINAL] if status in {FINAL, "draft", INTERNAL} else [False, True]
    made = said.get("made", "") if _MOMENT.fullmatch(said.get("made", "")) else ""
    refused: list[InputError] = []
    sound = 0
    for is_final in statuses:
        drafts = drafts_of(
            source,
            kinds,
            is_final=is_final,
            notes=notes,
            with_sources=has_annex,
            with_ledger=has_ledger,
            is_short=is_short,
        )
        for draft in drafts:
            wrong = tuple(each for each in draft.findings if each.level == "error")
            if wrong:
                refused.append(InputError(wrong))
                continue
            sound += 1
            yield traced(draft.agreement, source.spec, source.library, theme.template, made)
    if not sound:
        raise refused[0]


def _verdict(agreement: Agreement, drafted: bytes, theirs: WordFile, data: bytes) -> Verified:
    comparison = compared(draft_file(drafted), theirs)
    said, now = theirs.properties, dict(agreement.provenance)
    changed = tuple(each for each in INPUTS if said.get(each) != now[each]) if "spec" in said else None
    verdict: Verdict = "edited"
    if drafted == data or comparison.has_same_parts:
        verdict = "identical"
    elif comparison.has_same_words and not comparison.differences:
        verdict = "same"
    elif _OF_ANOTHER_MAKER & set(changed or ()):
        verdict = "made-elsewhere"
    elif comparison.has_same_words:
        verdict = "not-proven"
    return Verified(verdict, agreement.document, now["status"], comparison, changed, said.get("tool", ""))
