"""What a sentence says of a period in it: who, how it is counted, and from what.

The wording of the library is a small language: a party must do something within so many days after an event.
"""

from __future__ import annotations

import re
from typing import Final

from pactwright.clocks.model import Form

PERIOD: Final = re.compile(
    r"(?P<count>[\d,]+)[\xa0 ](?P<unit>(?:[a-z]+ )?(?:hour|day|week|month|year))s?(?P<notice>'s? notice)?"
)
"""A period as it prints: "5 business days", "30 days' notice"."""
_LEADS: Final[tuple[tuple[str, Form], ...]] = (
    (r"at least every|\bevery|\bafter each", "every"),
    (r"\b(?:within(?: a further)?|has)", "within"),
    (r"at least|no later than", "before"),
    (r"\bfor(?: at most| up to)?|\buntil", "for"),
)
_RELATION: Final = re.compile(r"\s*(?P<relation>after|before|from|of|until|since)\s+(?P<event>.+)")
_EVENT_ENDS: Final = re.compile(
    r"[.;:](?!\d)|, |\s\(the |\s(?:and (?:must|may)|if|unless|whether|until|but)\b|(?<!that)\swhat\b"
)
_UNLESS: Final = re.compile(
    r"\bunless ((?:the|a|each|that|no)\b[^.;]*?) (?:objects|says|asks|sends|gives|names|refuses|settles?|ends)\b"
)
_NOTICE: Final = re.compile(r"^On [^,]+? notice (?=a |an |the |each )")
_OPENS: Final = re.compile(
    r"(?:If|After|Before|Within|Once|Until|For|On (?!.*? notice (?:a|the) )|Where|At|From|In|As|Without|When)\b"
)


def form_of(sentence: str, start: int, end: int) -> Form:
    """How a period in a sentence is counted."""
    if sentence[start:end].endswith("notice"):
        return "notice"
    before = sentence[:start].rstrip()
    for lead, form in _LEADS:
        if re.search(rf"(?:{lead})$", before, re.IGNORECASE):
            return form if form != "before" or _relation(sentence, end) == "before" else "length"
    return "at" if _relation(sentence, end) in {"after", "from", "before"} else "length"


def event_of(sentence: str, end: int) -> str:
    """The event from which a period counts, in the words of the sentence; nothing where it names none.

    >>> event_of("must pay within 14 days after it receives the invoice, less tax.", 23)
    'it receives the invoice'
    """
    found = _RELATION.match(sentence, end)
    return _EVENT_ENDS.split(found["event"], maxsplit=1)[0].strip() if found else ""


def who_in(sentence: str, start: int, verb: str) -> str:
    """Who must, may or plans to do what a sentence says in the period that starts there; "" where it happens by itself.

    >>> who_in("If that notice comes late, the Council must pay within 14 days.", 52, "must")
    'the Council'
    >>> who_in("The plan stands unless a party objects within 14 days.", 47, "must")
    'a party'
    """
    if unless := _UNLESS.findall(sentence[:start]):
        return str(unless[-1])
    main = sentence.partition(", ")[2] if _OPENS.match(sentence) else _NOTICE.sub("", sentence)
    has = "|has" if sentence[:start].endswith(" has ") else ""
    found = re.search(rf"(?P<who>.+?),?\s(?:{verb}|may|plans?{has})[\s:]", main)
    if not found:
        return ""
    return found["who"].rpartition(", ")[2] if _OPENS.match(sentence) else found["who"]


def _relation(sentence: str, end: int) -> str:
    found = _RELATION.match(sentence, end)
    return found["relation"] if found else ""
