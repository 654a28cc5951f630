"""What is wrong with the style of some texts: patterns, the checks that are none, and sentences that stand twice."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from pactwright.findings import Finding, Level, nearest
from pactwright.library.model import Library, Pattern
from pactwright.style import averages, figures
from pactwright.style.patterns import finds, pattern_hits
from pactwright.style.repeated import Sentence, in_two_issues, in_two_options, sentences_of
from pactwright.style.texts import Text, of_parameter, of_wording
from pactwright.wording.checks import Names
from pactwright.wording.style import STYLE, Passage

NO_TEXT = {"sentence-in-two-options", "sentence-in-two-issues", averages.RULE, figures.RULE}
"""The checks that see more, or other things, than one text."""


@dataclass(slots=True)
class Style:
    """What was found so far; `used` are the places of the reasons that kept something."""

    findings: dict[Finding, None] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    def add(self, text: Text, rule: str, level: Level, seen: str, accepted: str) -> None:
        """Notes a finding, unless a reason beside the text keeps what was found."""
        if rule in text.excused:
            self.used.add(text.excused[rule])
        else:
            self.findings[Finding(rule, level, text.owner, seen, accepted, "", text.place)] = None


def read_over(
    texts: Iterable[Text], patterns: Mapping[str, Pattern], names: Names, style: Style, lifted: Container[str] = ()
) -> None:
    """Notes what patterns and checks find in each text; words that are `lifted` may be said."""
    for text in texts:
        for pattern in patterns.values():
            for seen in (each for each in pattern_hits(pattern, text.kinds, text.said) if each not in lifted):
                style.add(text, pattern.id, pattern.level, f'"{seen}": {pattern.why}', pattern.say)
        passage = Passage(text.kind, text.said, names, text.terms, text.items)
        for rule, check in STYLE.items():
            for seen, accepted in check(passage):
                style.add(text, rule, "error", seen, accepted)


def read_whole(library: Library, is_own: Callable[[str], bool], style: Style) -> None:
    """Notes, in files that are `is_own`, wordings whose sentences are long on average, and figures nobody is shown."""
    for option, kind, average in averages.too_long(library):
        text = of_wording(option, kind)
        if is_own(text.place):
            seen = f"the {kind} wording has {average} words a sentence on average"
            style.add(text, averages.RULE, "error", seen, f"at most {averages.AVERAGE}; shorter sentences, or lists")
    for issue, parameter in figures.hidden_figures(library):
        text = of_parameter(issue, parameter.name)
        if is_own(text.place):
            seen = f"{parameter.name} is {parameter.type} and stands in a clause alone"
            style.add(text, figures.RULE, "error", seen, "key_term: with its label, or shown: in a schedule")


def repeated_in(texts: Iterable[Text], style: Style) -> None:
    """Notes sentences that stand in two options of an issue, and those that nearly stand in two issues."""
    found = sentences_of(texts)
    for each, before in in_two_options(found):
        accepted = "once, in common.md"
        style.add(each.text, "sentence-in-two-options", "error", _also(each, before), accepted)
    for each, before in in_two_issues(found):
        accepted = "one issue says it, and the other points there"
        style.add(each.text, "sentence-in-two-issues", "error", _also(each, before), accepted)


def idle_lifts(library: Library, patterns: Mapping[str, Pattern]) -> Iterator[Finding]:
    """Words that a place lifts and that nothing forbids: they are misspelt, or no longer needed."""
    forbidden = {word for term in library.terms.values() for word in term.forbidden}
    for word, place in library.jurisdiction.lifts.items():
        if word not in forbidden and not any(any(finds(each.finds, word)) for each in patterns.values()):
            seen, accepted = f'"{word}" is forbidden by no term and no pattern', "a word as it is forbidden"
            yield Finding("lifts", "error", word, seen, accepted, nearest(word, forbidden), place)


def unused_reasons(reasons: Iterable[tuple[str, str, str]], patterns: Iterable[str], style: Style) -> Iterator[Finding]:
    """Reasons that keep nothing: what they excused is mended, or their check has another name."""
    known = {*patterns, *STYLE, *NO_TEXT}
    for rule, name, place in reasons:
        if rule not in known:
            seen, accepted = f'"{rule}" is no check of style', "an id of style.yml"
            yield Finding("style-reason", "error", name, seen, accepted, nearest(rule, known), place)
        elif place not in style.used:
            seen = f'"{rule}" finds nothing in "{name}"'
            yield Finding("style-reason", "error", name, seen, "", "take the reason out", place)


def _also(each: Sentence, before: Sentence) -> str:
    return f'"{" ".join(each.words[:6])} ..." stands in {before.text.file}:{before.text.place.rsplit(":", 2)[1]}, too'
