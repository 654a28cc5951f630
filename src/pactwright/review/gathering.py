"""A memo put together: everything that it knows of a draft."""

from __future__ import annotations

from pactwright import __version__
from pactwright.document import words as text_of
from pactwright.library.words import ends_of
from pactwright.provenance import library_digest, spec_digest
from pactwright.review.case import Case, audience_of
from pactwright.review.chosen import questions_of
from pactwright.review.deciding import decisions_of
from pactwright.review.exposed import sides_of
from pactwright.review.model import Review
from pactwright.review.stated import barriers_of, days_of, defaults_of, law_of, ledger_rows
from pactwright.what_if import Standing


def review_of(now: Standing, asked: str) -> Review:
    """The memo on a draft for one side, one party, or everybody; raises UsageError for another audience."""
    case = Case(now, audience_of(now.source.spec.settled, ends_of(now.source.library.vocabulary), asked))
    agreement, spec, library = now.draft.agreement, case.spec, case.library
    model = library.models.get(spec.model or "")
    options = [now.draft.selection.issues[each].option for each in case.clauses]
    return Review(
        document=agreement.document,
        title=agreement.title,
        project=text_of(agreement.project) or agreement.title,
        parties=tuple(f"{text_of(each.name)} ({text_of(each.called)})" for each in agreement.parties),
        place=library.jurisdiction.title,
        model=model.title if model else "",
        date=spec.date,
        version=agreement.version,
        language=agreement.language,
        paper=agreement.paper,
        audience=case.audience,
        unreviewed=sum(each is not None and each.review.status == "draft" for each in options),
        decisions=decisions_of(case),
        sides=sides_of(case),
        barriers=tuple(barriers_of(case)),
        questions=tuple(questions_of(case)),
        ledger=ledger_rows(case),
        days=tuple(days_of(case)),
        defaults=tuple(defaults_of(case)),
        law=tuple(law_of(case)),
        made_by=made_by(now),
    )


def made_by(now: Standing) -> tuple[tuple[str, str], ...]:
    """The digests of what a memo is made from."""
    digests = (spec_digest(now.source.spec), library_digest(now.source.library, now.draft.agreement))
    names = ("spec", "library")
    return (("tool", f"pactwright {__version__}"), *zip(names, digests, strict=True))
