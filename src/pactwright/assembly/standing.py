"""Which clauses stand in a document, article by article, and what they call for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import TYPE_CHECKING

from pactwright.assembly.annexes import Calls, called
from pactwright.assembly.glossary import Glossary, Uses, glossary_of, provided_terms, schedule_targets, uses
from pactwright.assembly.resolved import ResolvedClause, Resolving, decided, open_clause, parts_in, without_unused
from pactwright.assembly.short import shortened
from pactwright.findings import Finding
from pactwright.schedules.relied import Relied, relied_on

if TYPE_CHECKING:
    from pactwright.assembly.deciding import Decisions, IssueDecision
    from pactwright.library.model import Library
    from pactwright.printing.outline import ArticlePlan, Outline
    from pactwright.wording.parts import Kind, Part


@dataclass(frozen=True, slots=True)
class StandingArticle:
    """An article of the outline, and the clauses that stand under it."""

    outline: ArticlePlan
    clauses: tuple[ResolvedClause, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """The articles of a document, the terms to define, what each clause calls for, and the columns relied on.

    `decided` are the clauses without what may yet fall away.
    """

    articles: tuple[StandingArticle, ...]
    glossary: Glossary
    uses: tuple[Uses, ...]
    decided: tuple[ResolvedClause, ...]
    relied: Mapping[str, Relied]

    @property
    def clauses(self) -> tuple[ResolvedClause, ...]:
        """The clauses of all articles, in the order of print."""
        return tuple(clause for article in self.articles for clause in article.clauses)


def standing_clauses(
    decisions: Decisions, issues: Mapping[str, IssueDecision], library: Library, outline: Outline
) -> Standing:
    """What stands: the chosen clauses in the order of the outline, without the definitions that nothing uses."""
    apart = {(each.kind, name) for each in outline.articles for name in each.issues if "#" in name}
    resolved = _told_apart(
        [(article, tuple(_resolved(article, apart, issues, decisions, library))) for article in outline.articles]
    )
    provided = provided_terms(
        library, (library.options[each.issue][each.option] for each in decisions.issues if each.option)
    )
    if decisions.is_short:
        resolved = _shortened(resolved, decisions, library, provided)
    unsettled = frozenset(each.issue for each in decisions.issues if not each.option)
    used = [uses(each) for _, clauses in resolved for each in clauses]
    found = glossary_of(library, used, decisions.columns, provided, unsettled)
    articles = tuple(
        StandingArticle(article, tuple(_used(each, found) for each in clauses))
        for article, clauses in resolved
        if clauses
    )
    clauses = tuple(each for article in articles for each in article.clauses)
    firm = tuple(decided(each) for each in clauses)
    firmly = glossary_of(library, [uses(each) for each in firm], decisions.columns, provided)
    relied = relied_on(
        library,
        chain(chain.from_iterable(map(parts_in, firm)), meaning_parts(library, firmly)),
        chain(chain.from_iterable(map(parts_in, clauses)), meaning_parts(library, found)),
    )
    return Standing(articles, found, tuple(map(uses, clauses)), firm, relied)


def meaning_parts(library: Library, glossary: Glossary) -> Iterator[Part]:
    """The parts of all meanings of a glossary."""
    yield from (part for name in glossary.meanings for part in library.terms[name].means)
    yield from (part for name in glossary.columns for part in library.columns[name].means)


def calls(standing: Standing, decisions: Decisions, library: Library, outline: Outline) -> dict[str, Calls]:
    """What calls for each schedule of the outline: clauses, options, and the meanings of terms.

    What may yet fall away calls as a meaning does: nobody is asked for rows because of it. A part with rows is called
    for by each column of it that is needed, beside the one that every row of the schedule has.
    """
    firm = (each for each in decisions.issues if each.kinds and each.option and not each.is_undecided)
    options = (library.options[each.issue][each.option] for each in firm)
    needed = (part for part in decisions.listed if _needs_more_than_its_key(library, part, standing.relied.get(part)))
    by_clause = {
        *chain.from_iterable(uses(each).schedules for each in standing.decided),
        *chain.from_iterable(each.schedules for each in options),
        *needed,
    }
    by_definition = {
        *chain.from_iterable(each.schedules for each in standing.uses),
        *schedule_targets(meaning_parts(library, standing.glossary)),
    }
    return called(outline, by_clause, by_definition)


def _needs_more_than_its_key(library: Library, name: str, relied: Relied | None) -> bool:
    schedule, _, part = name.partition("#")
    plan = next(each for each in library.schedules[schedule].parts if each.id == part)
    return bool(relied and set(relied.needed) - {plan.key})


def findings(standing: Standing, issues: Mapping[str, IssueDecision], outline: Outline) -> Iterator[Finding]:
    """A term that nobody defines, and a chosen issue of which nothing stands: it would vanish."""
    for name in standing.glossary.undefined:
        seen = f'"{name}" is used, but the clause that defines it is not in the document'
        yield Finding("undefined-term", "error", "choices", seen)
    printed = {(clause.issue, clause.kind) for clause in standing.clauses}
    planned = {(name, article.kind) for article in outline.articles for name in article.issues}
    for name, kind in ((name, kind) for name, each in issues.items() for kind in each.kinds):
        if (name, kind) not in planned:
            seen = f"{name} ({kind}) has no place in the outline of {outline.document}"
            yield Finding("outline", "error", f"choices.{name}", seen)
        elif (name, kind) not in printed:
            yield Finding(
                "empty-clause", "note", f"choices.{name}", f"nothing of {name} ({kind}) applies to these facts"
            )


def _resolved(
    article: ArticlePlan,
    apart: AbstractSet[tuple[Kind, str]],
    issues: Mapping[str, IssueDecision],
    decisions: Decisions,
    library: Library,
) -> Iterator[ResolvedClause]:
    """The clauses of an article's issues; a clause that the outline names by its heading stands there alone."""
    for place in article.issues:
        name, _, heading = place.partition("#")
        decision = issues.get(name)
        if not decision or article.kind not in decision.kinds:
            continue
        if decision.option:
            for clause in Resolving.of(decision, decisions, library).clauses(article.kind):
                is_apart = (article.kind, f"{name}#{clause.id}") in apart
                if clause.id == heading if heading else not is_apart:
                    yield clause
        elif not heading:
            yield open_clause(library.issues[name], article.kind)


def _told_apart(
    articles: list[tuple[ArticlePlan, tuple[ResolvedClause, ...]]],
) -> list[tuple[ArticlePlan, tuple[ResolvedClause, ...]]]:
    """The clauses, with the word of their article behind each heading that stands more than once."""
    times = Counter(each.heading for _, clauses in articles for each in clauses)
    return [
        (article, tuple(_called_again(each, article.again) if times[each.heading] > 1 else each for each in clauses))
        for article, clauses in articles
    ]


def _shortened(
    articles: list[tuple[ArticlePlan, tuple[ResolvedClause, ...]]],
    decisions: Decisions,
    library: Library,
    provided: Mapping[str, str],
) -> list[tuple[ArticlePlan, tuple[ResolvedClause, ...]]]:
    """The articles with what the short form keeps of their clauses."""
    kept = iter(shortened(tuple(each for _, clauses in articles for each in clauses), decisions, library, provided))
    return [
        (article, tuple(each for each in islice(kept, len(clauses)) if each.items)) for article, clauses in articles
    ]


def _called_again(clause: ResolvedClause, again: str) -> ResolvedClause:
    return replace(clause, heading=f"{clause.heading}: {again}") if again else clause


def _used(clause: ResolvedClause, found: Glossary) -> ResolvedClause:
    """The clause without the definitions that nothing in the document uses."""
    unused = found.unused & uses(clause).defined
    return without_unused(clause, unused) if unused else clause
