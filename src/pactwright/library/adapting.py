"""What a jurisdiction makes of a library, once all checks have passed."""

from __future__ import annotations

from dataclasses import replace

from pactwright.library.model import Issue, Library, Option, Phrase
from pactwright.library.options import versioned
from pactwright.library.transforms import Transform


def adapted(library: Library) -> Library:
    """The library with the jurisdiction's verb, words and spelling, and with the versions of its options."""
    transform = Transform(library.jurisdiction)
    issues = {name: _changed_issue(issue, transform) for name, issue in library.issues.items()}
    return replace(
        library,
        read=library.digest,
        issues=issues,
        options={
            issue: {
                name: versioned(_changed_option(option, transform), issues[issue]) for name, option in known.items()
            }
            for issue, known in library.options.items()
        },
        terms={
            name: replace(term, prints=transform.text(term.prints or name), means=transform.parts(term.means))
            for name, term in library.terms.items()
        },
        columns={name: replace(each, means=transform.parts(each.means)) for name, each in library.columns.items()},
        concerned={name: replace(each, means=transform.parts(each.means)) for name, each in library.concerned.items()},
    )


def _changed_issue(issue: Issue, transform: Transform) -> Issue:
    parameters = {
        name: replace(p, values=tuple(Phrase(v.word, transform.parts(v.parts)) for v in p.values))
        for name, p in issue.parameters.items()
    }
    return replace(issue, heading=transform.text(issue.heading), parameters=parameters)


def _changed_option(option: Option, transform: Transform) -> Option:
    return replace(option, wordings={kind: transform.wording(wording) for kind, wording in option.wordings.items()})
