"""A memo in the form that is asked for, the name of its file, and whether the draft has moved since one was made."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final, cast

from pactwright.errors import UsageError
from pactwright.files import slug
from pactwright.foreign import RETURNED, content
from pactwright.foreign.archive import unzipped
from pactwright.formats import joined
from pactwright.library.words import ends_of
from pactwright.report import Block
from pactwright.review.gathering import made_by
from pactwright.review.model import Audience, Review
from pactwright.review.pages import memo
from pactwright.review.question_by_question import question_blocks
from pactwright.review.record import data_of
from pactwright.review.words import said, words
from pactwright.themes import report_theme
from pactwright.what_if import Standing
from pactwright.wording.notes import NEUTRAL, Reader
from pactwright.writers.report import REPORT_WRITERS

ZIP: Final = b"PK"
MAIN: Final = "word/document.xml"
DIGEST: Final = re.compile(r"[0-9a-f]{64}")


Sheet = Callable[[Review, tuple[Block, ...]], bytes]


def _report(form: str) -> Sheet:
    return lambda review, questions: REPORT_WRITERS[form](memo(review, questions), report_theme())


def _json(review: Review, _: tuple[Block, ...]) -> bytes:
    return f"{json.dumps(data_of(review), ensure_ascii=False, indent=2)}\n".encode()


SHEETS: Final[Mapping[str, Sheet]] = MappingProxyType(
    {"json": _json, **{form: _report(form) for form in ("txt", "html", "docx")}}
)


def questions_for(now: Standing, audience: Audience) -> tuple[Block, ...]:
    """The pages question by question, as one copy may have them; every answer is drafted."""
    readers = () if audience.is_joint else (*audience.parties, audience.side)
    ends = {side: end for end, side in ends_of(now.source.library.vocabulary).items()}
    return tuple(question_blocks(now, cast("Reader", ends.get(audience.side, NEUTRAL)), readers))


def file_name(review: Review) -> str:
    """The name of a memo's file without its ending: whose copy it is stands in it."""
    audience = review.audience
    reader = audience.id if audience.is_joint else audience.called.removeprefix("the ")
    return f"{slug(review.project)}-memo-{slug(reader)}"


def moved_since(path: Path, now: Standing) -> tuple[str, bool]:
    """What to say of a memo and the draft as it stands, and whether it is what it was; UsageError for another file."""
    found = {*DIGEST.findall(_text(path))}
    digests = {name: value.rpartition(":")[2] for name, value in made_by(now) if name in words()["parts"]}
    if not found:
        raise UsageError(said("no_digests", memo=path))
    changed = [str(words()["parts"][name]) for name, digest in digests.items() if digest not in found]
    if changed:
        return said("moved", memo=path, what=joined(changed)), False
    return said("same", memo=path), True


def _text(path: Path) -> str:
    """The text of a memo; of a Word file, of its main part, read as anything that somebody else may have touched."""
    data = content(path, RETURNED)
    main = unzipped(data, RETURNED).get(MAIN, b"") if data.startswith(ZIP) else data
    return main.decode("utf-8", "replace")
