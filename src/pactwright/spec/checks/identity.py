"""Rules on names: two parties must be two on paper too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pactwright.findings import Finding
from pactwright.forms import fields_of
from pactwright.spec.checks.lookalikes import looks, odd_letters
from pactwright.spec.parties import Sides
from pactwright.validation import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pactwright.spec.root import Spec

ROLE_WORDS: Final[Mapping[str, tuple[str, ...]]] = {
    "public": ("city", "cities", "council", "councils"),
    "partner": ("partner", "partners", "supplier", "suppliers", "vendor", "vendors", "contractor", "contractors"),
    "": ("party", "parties"),
}


def party_name(spec: Spec) -> Iterator[Finding]:
    """Looks for two parties whose names are the same or look the same (case, spacing, letters of another script).

    Why: nobody can tell who is bound, and one of the two names may be there to deceive.

    Bad: `Acme Pty Ltd` and `ACME  Pty Ltd`; `Acme` and the same with a Cyrillic A

    Good: `Acme Pty Ltd` and `Acme Holdings Pty Ltd`
    """
    names = {f"parties.{key}.name": party.name for key, party in spec.parties.items()}
    yield from _doubles("party-name", names, "a name of its own")


def party_called(spec: Spec) -> Iterator[Finding]:
    """Looks for two parties that the document calls the same.

    Why: every duty of one would read as a duty of both.

    Bad: two parties with `called: the Company`

    Good: `called: the Sensor Company` and `called: the Data Company`
    """
    names = {f"parties.{key}.called": party.called for key, party in spec.parties.items()}
    yield from _doubles("party-called", names, "words of its own")


def called_role(spec: Spec) -> Iterator[Finding]:
    """Looks for a party that is called by a word for another side, for all of its own side, or by the word party.

    Why: the clauses use these words for one side; a company that is called "the City" would have the city's duties, and
    a council that is called "the Council" among several would be the only one that "Council" means.

    Bad: `{side: partner, called: the City}`; two councils, one of them with `called: the Council`

    Good: `{side: partner, called: the Sensor Company}`; `called: Hill` and `called: Dale`
    """
    shared = [side for side in fields_of(Sides) if len(list(spec.signing(side))) > 1]
    for key, party in spec.parties.items():
        word = party.called.casefold().removeprefix("the ").strip()
        for side, words in _words_of_sides(spec).items():
            if (side != party.side or side in shared) and word in words:
                whom = "any of several parties on" if side == party.side else ""
                seen = (
                    f"{quoted(party.called)} is a word for {f'{whom} the {side} side'.strip() if side else 'any party'}"
                )
                where = f"parties.{key}.called"
                yield Finding("called-role", "error", where, seen, "a name of its own, such as the Sensor Company")
                break


def called_capital(spec: Spec) -> Iterator[Finding]:
    """Looks for a party that the document calls by words without a capital letter. A warning.

    Why: a name that looks like any other word, and that begins sentences in lower case, is read as no name at all.

    Bad: `called: company`

    Good: `called: the Company`
    """
    for key, party in spec.parties.items():
        if party.called.islower():
            seen = f"{quoted(party.called)} has no capital letter"
            fix = f"did you mean {quoted(_as_name(party.called))}?"
            yield Finding(
                "called-capital", "warning", f"parties.{key}.called", seen, "a name, such as the Company", fix
            )


def _as_name(words: str) -> str:
    return f"the {words.removeprefix('the ').title()}"


def _words_of_sides(spec: Spec) -> Mapping[str, tuple[str, ...]]:
    common = {side: getattr(spec.sides, side) for side in fields_of(Sides)}
    typed = {side: (names.one, names.many) for side, names in common.items() if names}
    return {
        side: words + tuple(word.casefold() for word in typed.get(side, ()) if word)
        for side, words in ROLE_WORDS.items()
    }


def _doubles(rule: str, names: Mapping[str, str], accepted: str) -> Iterator[Finding]:
    """A finding at each name that looks like an earlier one."""
    earlier: dict[str, str] = {}
    for address, name in names.items():
        forms = looks(name)
        twin = next((earlier[form] for form in forms if form in earlier), None)
        if twin is not None:
            other = names[twin]
            yield Finding(rule, "error", address, _likeness(name, other, twin), accepted, _hint(name, other))
        for form in forms:
            earlier.setdefault(form, address)


def _likeness(name: str, other: str, twin: str) -> str:
    if name == other:
        return f"{quoted(name)} is also {twin}"
    return f"{quoted(name)} looks like {quoted(other)} ({twin})"


def _hint(name: str, other: str) -> str:
    odd = odd_letters(name) or odd_letters(other)
    return f"retype it: it holds {', '.join(odd[:3])}" if odd and name != other else ""
