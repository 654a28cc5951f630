"""Defined terms: each defined where terms.yml says, reachable where it is used, meaning without duty or circle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pactwright.findings import Finding, nearest
from pactwright.library.checks.blanks import is_known
from pactwright.library.checks.place import Place, covered, has_part, in_file
from pactwright.library.model import DefinedTerm, Library, Option
from pactwright.library.terms import defined_terms
from pactwright.wording.parts import Blank, Cite, Defined, Parts, plain, used_terms

FILE = "clauses/terms.yml"


def known_terms(place: Place) -> Iterator[Finding]:
    """A term that an item defines has its home here; a term that it uses is defined in every such document."""
    terms = place.library.terms
    for part in place.item.parts:
        if isinstance(part, Defined) and (part.term not in terms or terms[part.term].home != place.issue.id):
            seen = f'"{part.term}" is defined here but not in terms.yml'
            fix = nearest(part.term, terms)
            yield place.problem("term", (part.line, part.column), seen, f"a term with home: {place.issue.id}", fix)
    for name in (each for each in used_terms(place.item.parts) if each in terms):
        home = terms[name].home
        if home and not terms[name].means and not covered(place.library, place.option, home):
            seen = f'"{name}" is defined in {home}, which may be absent'
            yield place.problem("term", (0, 0), seen, "", f"needs: - {home}: any")


def term_findings(library: Library) -> Iterator[Finding]:
    """What is wrong with the list of terms itself."""
    for name, term in library.terms.items():
        if term.home and term.home not in library.issues and term.home not in library.withdrawn:
            seen = f'the home of "{name}", {term.home}, is not an issue'
            yield in_file("unknown-issue", FILE, seen, "", nearest(term.home, library.issues), place=term.place)
        if "must" in plain(term.means).split():
            seen, accepted = f'the meaning of "{name}" carries a duty', "a meaning; the duty goes into a clause"
            yield in_file("term-duty", FILE, seen, accepted, place=term.place)
        if _cites_a_clause(term):
            seen = f'the meaning of "{name}" cites a clause'
            yield in_file("term-reference", FILE, seen, "schedules only", place=term.place)
        yield from _unknown_parts(library, f'the meaning of "{name}"', term.means, term.place)
        if _in_circle(library.terms, name):
            yield in_file("term-cycle", FILE, f'the meaning of "{name}" leads back to itself', place=term.place)


def named_findings(library: Library) -> Iterator[Finding]:
    """What is wrong with the meanings of the names that the engine makes, in vocabulary.yml."""
    for key, names in (("columns", library.columns), ("roles", library.concerned)):
        for name, each in names.items():
            yield from _unknown_parts(library, f"{key}.{name}", each.means, each.place)


def _unknown_parts(library: Library, what: str, means: Parts, place: str) -> Iterator[Finding]:
    for part in means:
        if isinstance(part, Blank) and not is_known(library, None, part.name):
            seen = f'{what} holds "{{{{ {part.name} }}}}", which is no fact, law, role or column'
            yield in_file("unknown-blank", FILE, seen, place=place)
        for target in part.targets if isinstance(part, Cite) else ():
            name = f"{target.id}#{target.anchor}" if target.anchor else target.id
            if target.kind == "schedule" and not has_part(library, name):
                seen, known = f'{what} cites "schedule:{name}", which is not there', library.schedules
                accepted, fix = f"one of {', '.join(known)}", nearest(target.id, known)
                yield in_file("reference", FILE, seen, accepted, fix, place=place)


def defined_once(option: Option) -> Iterator[Finding]:
    """No wording defines a term twice, unless under conditions that exclude each other."""
    for wording in option.wordings.values():
        firm = (item for item in wording.walk() if not (item.id in option.items and option.items[item.id].when))
        names = defined_terms(firm)
        for name in sorted({each for each in names if names.count(each) > 1}):
            yield in_file("term", option.file, f'"{name}" is defined twice in one wording')


def _cites_a_clause(term: DefinedTerm) -> bool:
    cites = (part for part in term.means if isinstance(part, Cite))
    return any(target.kind != "schedule" for cite in cites for target in cite.targets)


def _in_circle(terms: Mapping[str, DefinedTerm], name: str) -> bool:
    seen: set[str] = set()
    waiting = list(terms[name].uses)
    while waiting:
        each = waiting.pop()
        if each == name:
            return True
        if each not in seen:
            seen.add(each)
            waiting.extend(terms[each].uses)
    return False
