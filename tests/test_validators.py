"""No validator and no check of ours finds anything in any document that we draft."""

from __future__ import annotations

from pathlib import Path

import pytest

from pactwright.library.prebuilt import library_for
from pactwright.provenance import traced
from pactwright.service import drafts_of, read
from pactwright.writers import WRITERS, Theme
from tests import stories
from tests.validators import audit, integrity, ours

EXAMPLES = tuple(sorted(path.parent.name for path in (stories.ROOT / "examples").glob("*/spec.yml")))


@pytest.mark.parametrize("document", stories.DOCUMENTS)
@pytest.mark.parametrize("name", [*stories.names(), *EXAMPLES])
def test_nothing_is_found_in_a_draft_or_a_final(name: str, document: str, tmp_path: Path) -> None:
    path = stories.ROOT / "examples" / name / "spec.yml"
    if name in stories.names():
        path = tmp_path / "spec.yml"
        path.write_text(stories.as_yaml(stories.spec_tree(name)), "utf-8")
    source = read(path)
    seen = 0
    for is_final in (False, True):
        [draft] = drafts_of(source, (document,), is_final=is_final)
        if not draft.is_sound:
            continue
        library = library_for(source.spec.jurisdiction, None)
        agreement = traced(draft.agreement, source.spec, library, stories.TEMPLATE)
        data = WRITERS["docx"](agreement, Theme(stories.TEMPLATE))
        assert (audit(data), integrity(data), ours(data, agreement)) == ([], [], [])
        seen += 1
    assert seen


def test_some_document_is_looked_at_as_a_final() -> None:
    source = read(stories.ROOT / "examples" / "startup-pilot" / "spec.yml")
    assert all(draft.is_sound for draft in drafts_of(source, stories.DOCUMENTS, is_final=True))
