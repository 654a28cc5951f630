"""Headings in the words of people: in capitals, with spaces for dots, or as the form and the library label a value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from pactwright.library.model import Issue
from pactwright.spec.form import accepted_below, place_at, said_below

WORD: Final = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
ARTICLES: Final = frozenset({"the", "a", "an", "its"})


def addresses_meant(text: str, above: str, issues: Mapping[str, Issue]) -> Iterator[str]:
    """The addresses, without what stands above them, that a heading may say in another way; the likeliest first."""
    yield text.lower()
    if "/" in text:  # an issue, which is no label
        return
    words = _words(text)
    walked = _walked(above.rstrip("."), words)
    if walked:
        yield walked.removeprefix(above)
    labels = [(_words(said), address) for address, said in _labels(above.rstrip("."), issues)]
    named = [address for said, address in labels if said == words]
    if words and len(named) == 1:
        yield named[0].removeprefix(above)


def _words(text: str) -> tuple[str, ...]:
    """The words of a text in small letters, without an article before them."""
    words = tuple(WORD.findall(text.casefold()))
    return words[1:] if len(words) > 1 and words[0] in ARTICLES else words


def _labels(above: str, issues: Mapping[str, Issue]) -> Iterator[tuple[str, str]]:
    yield from said_below(above).items()
    for issue in issues.values() if not above else ():
        for name, parameter in issue.parameters.items():
            address = f"choices.{issue.id}.{name}"
            yield from ((address, said) for said in {parameter.label, parameter.ask} if said)


def _walked(before: str, words: Sequence[str]) -> str:
    """The address below a place that some words say key by key, "" where they say none."""
    if not words:
        return before
    found = place_at(before) if before else None
    if found and found.shape in {"map", "groups"}:
        return _walked(f"{before}.{words[0]}", words[1:]) if place_at(f"{before}.{words[0]}") else ""
    keys = accepted_below(before)
    for length in range(len(words), 0, -1):
        key = "_".join(words[:length])
        walked = _walked(f"{before}.{key}" if before else key, words[length:]) if key in keys else ""
        if walked:
            return walked
    return ""
