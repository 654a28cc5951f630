"""What must hold of a Word file and that no validator looks at.

A finding here is a fault of the template, of assembly or of ours: the person who drafts can do little but report it,
so the file is not written.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

from pactwright.document import Agreement
from pactwright.findings import Finding
from pactwright.writers.word.markup import FORBIDDEN
from pactwright.writers.word.package import COMMENTS, DOCUMENT, Parts
from pactwright.writers.word.promises import unkept
from pactwright.writers.word.story import StoryIndex
from pactwright.writers.word.texts import texts_in


def unprintable(agreement: Agreement) -> tuple[Finding, ...]:
    """One finding for each text of the agreement with a character that no XML file can hold, at its spec address."""
    return tuple(
        Finding("word-character", "error", where, f"U+{ord(found[0]):04X} cannot stand in a document", fix="remove it")
        for where, text in texts_in(agreement, agreement.document)
        if (found := FORBIDDEN.search(text))
    )


def ill_fitting(stories: Mapping[str, StoryIndex], agreement: Agreement, parts: Parts) -> tuple[Finding, ...]:
    """What is wrong with what stands in the stories, within each and against the agreement.

    `parts` hold the comments.
    """
    return (*faults_in(stories), *unkept(stories[DOCUMENT], agreement, parts.get(COMMENTS, b"")))


def faults_in(stories: Mapping[str, StoryIndex]) -> Iterator[Finding]:
    """What is wrong within each story."""
    return (Finding(rule, "error", name, seen) for name, story in stories.items() for rule, seen in _faults_of(story))


@lru_cache(maxsize=64)
def _faults_of(story: StoryIndex) -> tuple[tuple[str, str], ...]:
    """Rule and words for what is wrong within a story."""
    return (*zip(story.faults[::2], story.faults[1::2], strict=True), *_between(story))


def bookmark_names(story: StoryIndex) -> Iterator[str]:
    """A bookmark's name must be unique: a reference finds its target by it."""
    yield from (f"bookmark {name} stands {count} times" for name, count in _repeated(story.names))


def bookmark_ends(story: StoryIndex) -> Iterator[str]:
    """Every bookmark must begin and end once, under a number of its own."""
    if len(story.starts) != len(story.ends) or set(story.starts) != set(story.ends):
        starts, ends = Counter(story.starts), Counter(story.ends)
        unpaired = sorted((starts - ends) | (ends - starts))
        yield from (f"bookmark number {number} does not begin and end once" for number in unpaired)
    yield from (f"bookmark number {number} begins {count} times" for number, count in _repeated(story.starts))


def reference_targets(story: StoryIndex) -> Iterator[str]:
    """A field or a link must name a bookmark that is there, or Word prints an error in its place."""
    names = {"", *story.names}
    yield from (f"a field refers to {target}, which is nowhere" for target in story.targets if target not in names)
    yield from (f"a link leads to {anchor}, which is nowhere" for anchor in story.anchors if anchor not in names)


def control_ids(story: StoryIndex) -> Iterator[str]:
    """A content control must have a number of its own."""
    yield from (f"content control {number} stands {count} times" for number, count in _repeated(story.controls))


def comment_ranges(story: StoryIndex) -> Iterator[str]:
    """A comment must begin, end and have its mark once each: Word drops one without a mark, and repairs the others."""
    begun, ended, marked = Counter(story.begun), Counter(story.ended), Counter(story.marked)
    for number in sorted(begun | ended | marked):
        if not begun[number] == ended[number] == marked[number] == 1:
            yield f"comment {number} does not begin, end and have its mark once"


_BETWEEN: dict[str, Callable[[StoryIndex], Iterator[str]]] = {
    "word-bookmark-name": bookmark_names,
    "word-bookmark-end": bookmark_ends,
    "word-reference": reference_targets,
    "word-control": control_ids,
    "word-comment": comment_ranges,
}
"""What can be wrong between the pieces of a story."""


def _between(story: StoryIndex) -> Iterator[tuple[str, str]]:
    return ((rule, seen) for rule, check in _BETWEEN.items() for seen in check(story))


def _repeated(names: tuple[str, ...]) -> Iterator[tuple[str, int]]:
    """What stands more than once, and how often."""
    if len(set(names)) < len(names):
        yield from ((name, count) for name, count in Counter(names).items() if count > 1)
