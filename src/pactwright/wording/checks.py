"""What clause text must not say: one small check per mistake, each a generator of problems.

A check sees the text of one item with every blank and reference in place, as it was typed, and says what is wrong with
it. Checks that need the rest of the library (unknown names, uncovered references) stand in `library.checks`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeAlias

from pactwright.wording.parts import Blank, Item, Kind, Part, Words, plain

Problem: TypeAlias = tuple[str, str]
PARTY_FORMS = ("", "a", "that", "all", "concerned", "lead", "plural", "other", "another", "others")
COLUMN_FORMS = ("", "a", "that")
_LIMITED = re.compile(r"\b(?:if|when|unless|only|no|nothing|neither|against|without)\b", re.IGNORECASE)
_HANGING = re.compile(rf"({_LIMITED.pattern}): *$", re.IGNORECASE)
_CLAUSE_BREAK = re.compile(r"[,;:.()]")
_STARTS = re.compile(r"(?:[.:;]|\b(?:if|when|unless|that)) +$", re.IGNORECASE)
_AMOUNTS = ("percent", "money")
_SENTENCE = re.compile(r"[.?!]\s")
_FORMS_AFTER = {"no": ("a", "that"), "that": ("that",)}
"""The forms that may not follow these words; after an article, none may."""
_ARTICLE = re.compile(r"\b(an?|the|each|every|no|that)\s$", re.IGNORECASE)
_PRESENT = re.compile(r" (?!must\b|may\b|shall\b|\w+ed\b)(?:is|are|has|have|does|do|was|were|\w+[^su]s)\b")
_BARE = re.compile(r"\{\{ (\w+) \}\}")


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a library that checks know: of blanks that print a party or a body, and of what may bear a duty.

    `terms` gives the defined term that stands for each `forbidden` synonym.
    """

    bearers: frozenset[str]
    roles: frozenset[str]
    columns: frozenset[str]
    nouns: re.Pattern[str]
    actors: re.Pattern[str]
    forbidden: re.Pattern[str]
    terms: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class WordingContext:
    """What a check may know: the item, the kind of its wording, the library's names, the text around the item.

    `lead_in` is the text of the items above it, `before` that of the item before each of them and before it, and `acts`
    are the words of its issue that stand for a party. `text` is that of the item itself.
    """

    item: Item
    kind: Kind
    names: Names
    lead_in: str = ""
    before: str = ""
    acts: tuple[str, ...] = ()
    text: str = field(init=False)

    def __post_init__(self) -> None:
        """Keeps the text, which most checks look at."""
        object.__setattr__(self, "text", plain(self.item.parts))


def one_of(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds any of the words, whole; nothing when there are none.

    >>> one_of(["City", "Partner"]).findall("Cityscape, City and Partner")
    ['City', 'Partner']
    """
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])" if longest_first else "(?!)")


def role_word(context: WordingContext) -> Iterator[Problem]:
    """A role typed by hand would not follow the spec's name for it.

    Bad: The Partner must repair the device. Good: {{ partner }} must repair the device.
    """
    for words in _words(context):
        text = words.text
        for term in sorted(words.terms, key=len, reverse=True):
            text = text.replace(term, "")
        small = text.lower()
        for noun in dict.fromkeys(context.names.nouns.findall(text)):
            yield f'"{noun}" is typed by hand', "a role blank, such as {{ city }} or {{ partner | a }}"
        for phrase in ("the other party", "either party", "both parties", "other parties"):
            if phrase in small:
                yield f'"{phrase}" counts the parties', "{{ party | other }}, {{ party | a }} or {{ party | all }}"


def forbidden_synonym(context: WordingContext) -> Iterator[Problem]:
    """A synonym of a defined term would leave a reader to wonder whether it means something else.

    Bad: before the Expiry Date. Good: before the End Date.
    """
    for words in _words(context):
        for synonym in dict.fromkeys(context.names.forbidden.findall(words.text)):
            yield f'"{synonym}" is not used here', f'the defined term "{context.names.terms[synonym]}"'


def each_form(context: WordingContext) -> Iterator[Problem]:
    """The bare form of a role prints "each Partner" for many, which changes the sense after some words.

    Bad: If {{ partner }} ends the work. Good: If {{ partner | a }} ends the work.
    """
    for before, blank, after in _role_blanks(context):
        if blank.format:
            continue
        start = _CLAUSE_BREAK.split(_HANGING.sub(r"\1 ", before))[-1]
        if limited := _LIMITED.search(start):
            yield f'"{{{{ {blank.name} }}}}" stands after "{limited[0]}"', f"{{{{ {blank.name} | a }}}}"
        elif after.startswith(" must not"):
            yield f'"{{{{ {blank.name} }}}}" stands before "must not"', f"{{{{ {blank.name} | a }}}}"


def each_with_amount(context: WordingContext) -> Iterator[Problem]:
    """The words "each Partner bears 50%" do not mean "the Partners together bear 50%": say which.

    Bad: {{ partner }} must bear {{ share | percent }}. Good: {{ partner | all }} must bear {{ share | percent }}.
    """
    led_by = [name for name in _BARE.findall(_SENTENCE.split(context.lead_in)[-1]) if name in context.names.roles]
    for number, sentence in enumerate(_sentences(context.item.parts)):
        bare = [p.name for p in sentence if isinstance(p, Blank) and p.name in context.names.roles and not p.format]
        bare.extend(() if number else led_by)
        amount = any(isinstance(p, Blank) and p.format in _AMOUNTS for p in sentence)
        if bare and amount:
            yield (
                f'"{{{{ {bare[0]} }}}}" stands in a sentence with a percentage or an amount',
                "| all, | a, | lead or | concerned",
            )


def article_before_blank(context: WordingContext) -> Iterator[Problem]:
    """A blank brings its own article.

    So does one after "no", and one that says "that ..." after "that".

    Bad: a {{ partner }}, no {{ partner | a }}. Good: {{ partner | a }}, {{ partner | a }} does not.
    """
    for part, blank in pairwise(context.item.parts):
        if not (isinstance(blank, Blank) and _prints_party(blank, context.names)):
            continue
        found = _ARTICLE.search(_as_text(part))
        if found and blank.format in _FORMS_AFTER.get(found[1].lower(), PARTY_FORMS):
            yield f'"{found[1]}" stands before a blank', "the blank alone, with the form that fits"


def all_form(context: WordingContext) -> Iterator[Problem]:
    """The form for all prints one name or several, so that no verb in the present fits both.

    Bad: {{ partner | all }} bears the cost. Good: {{ partner | all }} must bear the cost.
    """
    for before, blank, after in _role_blanks(context):
        is_plural = blank.name == "party"  # of those there are two at least
        starts = not before.strip() or _STARTS.search(before)
        if (
            blank.format == "all"
            and not (is_plural or blank.possessive)
            and starts
            and (found := _PRESENT.match(after))
        ):
            yield f'"{{{{ {blank.name} | all }}}}" stands before "{found[0].strip()}"', "must, may or a past tense"


def antecedent(context: WordingContext) -> Iterator[Problem]:
    """The form that says "that ..." points back, to the same role in the item, in what leads into it or before it.

    Bad: {{ partner | that }} must repair it. Good: If {{ partner | a }} breaks it, {{ partner | that }} must repair it.
    """
    before = f"{context.before} {context.lead_in}"
    for part in context.item.parts:
        is_that = isinstance(part, Blank) and part.format == "that" and _prints_party(part, context.names)
        if isinstance(part, Blank) and is_that and f"{{{{ {part.name} " not in before:
            yield f'"{{{{ {part.name} | that }}}}" points back to nobody', f"{{{{ {part.name} | a }}}} before it"
        before += _as_text(part)


def relative_must(context: WordingContext) -> Iterator[Problem]:
    """A duty belongs in a main clause, with its bearer as the subject.

    Bad: a device that must be labelled. Good: {{ partner }} must label the device.
    """
    if found := re.search(r"\b(that|which|who) must\b", context.text):
        yield f'"{found[0]}"', "a sentence of its own that says who must do it"


def conditional_must(context: WordingContext) -> Iterator[Problem]:
    """A condition describes; it puts no duty on anybody.

    Bad: If {{ city | a }} must pay late, ... Good: If {{ city | a }} pays late, ...
    """
    for sentence in re.split(r"(?<=[.;:])\s", context.text) if "must" in context.text.lower() else ():
        if found := re.search(r"\b(if|when|unless)\b[^,]*?\bmust\b", sentence, re.IGNORECASE):
            yield f'"{found[1]} ... must"', "the present tense in the condition"


def may_not(context: WordingContext) -> Iterator[Problem]:
    """The words "may not" are read both as a ban and as a possibility.

    Bad: The data may not be sold. Good: {{ partner | a }} must not sell the data.
    """
    if re.search(r"\bmay not\b", context.text, re.IGNORECASE):
        yield '"may not"', '"must not", or "might not"'


def duty_without_bearer(context: WordingContext) -> Iterator[Problem]:
    """A duty needs a party, a body that a term defines, or a word that the issue lists for a party, as its subject.

    Bad: Devices must be labelled. Good: {{ partner }} must label devices.
    """
    before = context.lead_in
    for part in context.item.parts:
        if isinstance(part, Words):
            for found in re.finditer(r"\bmust\b", part.text):
                sentence = re.split(r"[.?!]\s", before + part.text[: found.start()])[-1]
                if not _names_bearer(sentence, context):
                    yield (
                        f'"{part.text[max(0, found.start() - 30) : found.end()].strip()}" names nobody',
                        "a party, a term with `acts: yes`, or a word under `acts:` of the issue, before must",
                    )
        before += _as_text(part)


def duty_in_statement(context: WordingContext) -> Iterator[Problem]:
    """The part of a memorandum that does not bind uses no verb of duty.

    Bad: The parties must meet monthly. Good: The parties plan to meet monthly.
    """
    found = context.kind == "statement" and re.search(r"\b(must|shall|agrees?(?: to)?|undertakes?)\b", context.text)
    if found:
        yield f'"{found[0]}" in a statement of intent', "intend, plan or hope"


def shall(context: WordingContext) -> Iterator[Problem]:
    """The library says must; a jurisdiction that says shall changes it.

    Bad: {{ city }} shall pay. Good: {{ city }} must pay.
    """
    if context.kind != "statement" and re.search(r"\bshall\b", context.text):
        yield '"shall"', '"must"'


CHECKS: dict[str, Callable[[WordingContext], Iterator[Problem]]] = {
    "role-word": role_word,
    "forbidden-synonym": forbidden_synonym,
    "each-form": each_form,
    "each-with-amount": each_with_amount,
    "article-before-blank": article_before_blank,
    "all-form": all_form,
    "antecedent": antecedent,
    "relative-must": relative_must,
    "conditional-must": conditional_must,
    "may-not": may_not,
    "duty-without-bearer": duty_without_bearer,
    "duty-in-statement": duty_in_statement,
    "shall": shall,
}


def _words(context: WordingContext) -> Iterator[Words]:
    return (part for part in context.item.parts if isinstance(part, Words))


def _role_blanks(context: WordingContext) -> Iterator[tuple[str, Blank, str]]:
    """Each role blank with the text before it in the item and the words right behind it."""
    before = context.lead_in
    parts = context.item.parts
    for number, part in enumerate(parts):
        if isinstance(part, Blank) and part.name in context.names.roles:
            after = parts[number + 1] if number + 1 < len(parts) else None
            yield before, part, after.text if isinstance(after, Words) else ""
        before += _as_text(part)


def _sentences(parts: tuple[Part, ...]) -> Iterator[list[Part]]:
    sentence: list[Part] = []
    for part in parts:
        if isinstance(part, Words) and re.search(r"[.?!] ", part.text):
            yield sentence
            sentence = []
        sentence.append(part)
    yield sentence


def _prints_party(blank: Blank, names: Names) -> bool:
    return blank.name in names.roles or blank.name in names.columns


def _as_text(part: Part) -> str:
    return part.text if isinstance(part, Words) else plain((part,))


def _names_bearer(sentence: str, context: WordingContext) -> bool:
    named = set(re.findall(r"\{\{ ([\w./-]+)", sentence))
    party = re.search(r"\b(?:part(?:y|ies))\b", sentence)
    is_body = context.names.actors.search(sentence) or one_of(context.acts).search(sentence)
    return bool(named & context.names.bearers or party or is_body)
