"""What a printed sentence has to hold to answer a question of a bad day: who, a duty, a day, a sum, a state of things.

The patterns look for the signs of an answer and judge no meaning: what they miss is a doubt for a person to read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pactwright.printing.names import PartyNames

NUMBER: Final = r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|twelve)"
UNITS: Final = r"(?:(?:business|working|calendar) )?(?:hour|day|week|month|quarter|year)s?"
PERIOD: Final = re.compile(
    rf"\b{NUMBER} {UNITS}\b"
    r"|\bbefore\b|\bat once\b|\bthe same day\b|\bmonthly\b|\bweekly\b"
    r"|\beach (?:business day|day|week|month|quarter)\b"
    r"|\b(?:by|on|until) (?:the |that |its )?(?:Last Day|End Date|Start Date|due date|date|day)\b"
    r"|\b\d{1,2} [A-Z][a-z]+ \d{4}\b|\b[A-Z][a-z]+ \d{1,2}, \d{4}\b"
)
PAYS: Final = re.compile(
    r"\b(?:pays?|paid|payable|bears?|borne|repa(?:y|ys|id)|refund\w*|reimburse\w*"
    r"|owe[sd]?|shared?|(?:own|its) costs?)\b"
)
AMOUNT: Final = re.compile(
    r"\b(?-i:[A-Z]{3}) ?\d|[$€£] ?\d|\d ?%|\bper cent\b"
    r"|\b(?:price|costs?|unit values?|limit|cap|amounts?|interest|rates?|fees?|charges?|values?|half|halves|nothing"
    r"|holdback|shares)\b|\b(?:no party (?:has to|owes|pays|bears)|not have to pay)\b(?!.*\bmore than\b)",
    re.IGNORECASE,
)
STATE: Final = re.compile(
    r"\b(?:devices?|equipment|services?|work|data|records?|results?|cop(?:y|ies)|licen[cs]es?|permissions?|log-ins?"
    r"|access|accounts?|dates?|days?|periods?|money|price|payments?|paid|pays?|sums?|amounts?|costs?|liab\w+|limit|cap"
    r"|breach(?:es)?|places?|sites?|reports?|contracts?|agreement|own(?:s|er|ership)?|IP)\b",
    re.IGNORECASE,
)
BODIES: Final = (
    r"part(?:y|ies)|bod(?:y|ies)|group|board|committee|team|person|lead|officer|mediator|expert|council|champion"
    r"|manager|representative|chair|host|funder"
)
SENTENCE: Final = re.compile(r"(?<=[.!?]) +(?=[A-Z\[])")


@dataclass(frozen=True, slots=True)
class Proof:
    """What has to stand in one sentence, for the people of one paper and the verb of duty of its place."""

    people: re.Pattern[str]
    verb: re.Pattern[str]

    @classmethod
    def among(cls, names: PartyNames) -> Proof:
        """For the parties, roles and terms that a paper can name."""
        spec, library = names.spec, names.library
        said = [party.called for party in spec.parties.values()]
        said += [each.name for each in spec.outsiders.values() if each.name]
        said += [noun for role in library.vocabulary["roles"] for noun in names.nouns(role)]
        said += [each.term for each in library.columns.values()]
        said += [name for name, each in library.terms.items() if each.acts]
        forms = {form for each in said if each for form in _in_a_sentence(" ".join(each.split()))}
        own = "|".join(re.escape(each) for each in sorted(forms))
        return cls(re.compile(rf"\b(?:{own}|(?i:{BODIES}))\b"), re.compile(rf"\b{library.jurisdiction.verb}\b"))

    def lacks(self, question: str, text: str, *, binds: bool) -> str:
        """What no sentence of a text holds that answers a question; "" where one holds all of it."""
        asked = tuple(self._asked(question, binds=binds))
        lacking = [[what for what, sign in asked if not sign.search(each)] for each in SENTENCE.split(text)]
        fewest = min(lacking, key=len)
        return " and ".join(fewest)

    def _asked(self, question: str, *, binds: bool) -> Iterator[tuple[str, re.Pattern[str]]]:
        if question in {"act", "pay", "decide"}:
            yield {"act": "who acts", "pay": "who pays", "decide": "who decides"}[question], self.people
        if question == "act" and binds:
            yield "a duty", self.verb
        if question in {"act", "decide"}:
            yield "a day or a period", PERIOD
        if question == "pay":
            yield "a payment", PAYS
            yield "an amount, a cap, a share or whose own cost", AMOUNT
        if question == "after":
            yield "a state of devices, data, dates, service or money", STATE


def _in_a_sentence(name: str) -> tuple[str, str]:
    """A name inside a sentence, and at its start: "the City" and "The City"."""
    return name, name[0].upper() + name[1:]
