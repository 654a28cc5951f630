"""What must hold of a Word file and that no validator looks at.

A finding here is a fault of the template, of assembly or of ours: the person who drafts can do little but report it,
so the file is not written.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from pactwright.document import Agreement
from pactwright.findings import Finding
from pactwright.memory import Memory
from pactwright.writers.word.held import Held, held_in
from pactwright.writers.word.markup import FORBIDDEN
from pactwright.writers.word.package import Parts, is_xml, tree
from pactwright.writers.word.promises import leftover_marks, unkept
from pactwright.writers.word.texts import texts

DOCUMENT = "word/document.xml"
_STORIES = ("word/document", "word/header", "word/footer")


def unprintable(agreement: Agreement) -> tuple[Finding, ...]:
    """One finding for each text of the agreement with a character that no XML file can hold, at its spec address."""
    return tuple(
        Finding("word-character", "error", where, f"U+{ord(found[0]):04X} cannot stand in a document", fix="remove it")
        for where, text in texts(agreement, agreement.document)
        if (found := FORBIDDEN.search(text))
    )


def unsound(parts: Parts, agreement: Agreement) -> tuple[Finding, ...]:
    """Everything that is wrong with the finished parts, one finding per fault."""
    stories = {name: held_in(tree(data)) for name, data in parts.items() if name.startswith(_STORIES) and is_xml(name)}
    texts = {name: data.decode("utf-8", "replace") for name, data in parts.items() if is_xml(name)}
    return (*ill_fitting(stories, agreement, parts, Memory()), *leftover_marks(texts.items(), agreement))


def ill_fitting(stories: Mapping[str, Held], agreement: Agreement, parts: Parts, memory: Memory) -> tuple[Finding, ...]:
    """What is wrong with what the stories hold, within each and against the agreement; `parts` hold the comments."""
    faults = (
        Finding(rule, "error", name, seen)
        for name, held in stories.items()
        for rule, seen in memory.same(_faults_of, held)
    )
    return (*faults, *unkept(stories[DOCUMENT], agreement, parts, memory))


def _faults_of(held: Held) -> tuple[tuple[str, str], ...]:
    """Rule and words for what is wrong within a story."""
    return (*zip(held.faults[::2], held.faults[1::2], strict=True), *_between(held))


def bookmark_names(held: Held) -> Iterator[str]:
    """A bookmark's name must be unique: a reference finds its target by it."""
    yield from (f"bookmark {name} stands {count} times" for name, count in _repeated(held.names))


def bookmark_ends(held: Held) -> Iterator[str]:
    """Every bookmark must begin and end once, under a number of its own."""
    if len(held.starts) != len(held.ends) or set(held.starts) != set(held.ends):
        starts, ends = Counter(held.starts), Counter(held.ends)
        unpaired = sorted((starts - ends) | (ends - starts))
        yield from (f"bookmark number {number} does not begin and end once" for number in unpaired)
    yield from (f"bookmark number {number} begins {count} times" for number, count in _repeated(held.starts))


def reference_targets(held: Held) -> Iterator[str]:
    """A field or a link must name a bookmark that is there, or Word prints an error in its place."""
    names = {"", *held.names}
    yield from (f"a field refers to {target}, which is nowhere" for target in held.targets if target not in names)
    yield from (f"a link leads to {anchor}, which is nowhere" for anchor in held.anchors if anchor not in names)


def control_ids(held: Held) -> Iterator[str]:
    """A content control must have a number of its own."""
    yield from (f"content control {number} stands {count} times" for number, count in _repeated(held.controls))


def comment_ranges(held: Held) -> Iterator[str]:
    """A comment must begin, end and have its mark once each: Word drops one without a mark, and repairs the others."""
    begun, ended, marked = Counter(held.begun), Counter(held.ended), Counter(held.marked)
    for number in sorted(begun | ended | marked):
        if not begun[number] == ended[number] == marked[number] == 1:
            yield f"comment {number} does not begin, end and have its mark once"


_BETWEEN: dict[str, Callable[[Held], Iterator[str]]] = {
    "word-bookmark-name": bookmark_names,
    "word-bookmark-end": bookmark_ends,
    "word-reference": reference_targets,
    "word-control": control_ids,
    "word-comment": comment_ranges,
}
"""What can be wrong between the pieces of a story."""


def _between(held: Held) -> Iterator[tuple[str, str]]:
    return ((rule, seen) for rule, check in _BETWEEN.items() for seen in check(held))


def _repeated(names: tuple[str, ...]) -> Iterator[tuple[str, int]]:
    """What stands more than once, and how often."""
    if len(set(names)) < len(names):
        yield from ((name, count) for name, count in Counter(names).items() if count > 1)
