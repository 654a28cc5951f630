"""Words of a spec that sit badly with an option: what an option watches for, held against what somebody typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from functools import lru_cache
from typing import TYPE_CHECKING

from pactwright.findings import Finding
from pactwright.validation import quoted

if TYPE_CHECKING:
    from pactwright.library.model import Watch
    from pactwright.selection.result import Selection
    from pactwright.spec import Spec


def watched_problems(selection: Selection, spec: Spec) -> Iterator[Finding]:
    """Looks for a word for which a chosen option watches, in the texts that it names. A warning.

    Why: what somebody typed in a table may plan what the clause forbids, and neither side sees it before the day.

    Bad: `pilot: {activities: [{what: Record the names of visitors}]}` beside an option without personal information

    Good: `what: Count the visitors`, or the data set with `personal: yes` and an option that fits
    """
    for selected in selection.issues.values():
        for watch in selected.option.watches if selected.option and selected.kinds else ():
            for address, text, word in _found(watch, spec):
                seen = f"{quoted(text)} speaks of {word}, and {selected.issue.id}: {selected.chosen} {watch.because}"
                fix = f"keep to that, or choose another option of {selected.issue.id}"
                yield Finding("watched-word", "warning", address, seen, "", fix)


def _found(watch: Watch, spec: Spec) -> Iterator[tuple[str, str, str]]:
    """Each text that holds one of the words, with its address, and the first of them."""
    for address, value in spec.values:
        is_watched = isinstance(value, str) and any(fnmatchcase(address, each) for each in watch.places)
        found = _pattern(watch.words).search(str(value)) if is_watched else None
        if found:
            yield address, str(value), found[0].lower()


@lru_cache(maxsize=64)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the words, whole, whatever their capitals."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
