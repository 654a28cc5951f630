"""What every clause of the library promises its readers, file by file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pactwright.library.load import loaded
from pactwright.library.model import Issue, Option
from pactwright.wording.parts import plain

LIBRARY = loaded("us-ca")
ISSUES = sorted(LIBRARY.issues.values(), key=lambda issue: issue.id)
OPTIONS = [option for issue in ISSUES for option in LIBRARY.options[issue.id].values()]

# Where an issue may stand in a memorandum: the binding partition of the clause map.
BINDING = {
    "formation/status",
    "information/confidentiality",
    "information/public-information",
    "public/publicity",
    "operations/probity",
    "data/register",
    "data/control",
    "data/partner-use",
    "data/personal",
    "data/security",
    "data/retention",
    "ip/background",
    "ip/project-ip",
    "ip/publication",
    "procurement/basis",
    "funding/costs",
    "general/general",
    "formation/parties",
    "governance/decisions",
    "disputes/resolution",
    "term/term",
}
STATEMENT = {
    "formation/purpose",
    "formation/parties",
    "governance/structure",
    "governance/decisions",
    "disputes/resolution",
    "roles/contributions",
    "roles/responsibilities",
    "public/community",
    "governance/reporting",
    "evaluation/learning",
    "public/inclusion",
    "funding/costs",
    "risk/allocation",
    "risk/stop-loss",
    "reward/revenue",
    "principles/no-blame",
    "ip/project-ip",
    "pilot/plan",
    "change/control",
    "evaluation/gates",
    "procurement/scale-up",
    "procurement/basis",
    "term/term",
}
NEVER = {
    "data/access",
    "funding/grant",
    "funding/payment",
    "ip/exploitation",
    "liability/cap",
    "liability/indemnity",
    "liability/insurance",
    "operations/site",
    "performance/levels",
    "reward/avoided-cost",
    "reward/milestones",
    "risk/overrun",
    "reward/gainshare",
    "roles/equipment",
    "term/exit",
}


def named(option: Option) -> str:
    return f"{option.issue}/{option.id}"


def test_every_issue_of_the_library_has_its_place_in_a_memorandum_or_none() -> None:
    assert {issue.id for issue in ISSUES} == BINDING | STATEMENT | NEVER


@pytest.mark.parametrize("issue", ISSUES, ids=lambda issue: issue.id)
def test_an_issue_offers_options_that_differ(issue: Issue) -> None:
    options = LIBRARY.options[issue.id].values()
    assert sum("agreement" in option.wordings for option in options) >= 2 or issue.id == "formation/status"
    assert len(options) >= 2
    for words in ("title", "summary", "differs", "when_to_use"):
        assert len({getattr(option, words) for option in options}) == len(options), words


@pytest.mark.parametrize("issue", ISSUES, ids=lambda issue: issue.id)
def test_an_issue_stands_in_a_memorandum_only_where_the_partition_lets_it(issue: Issue) -> None:
    standings = {word for each in issue.mou for word in each.standings}
    assert ("binding" in standings) <= (issue.id in BINDING)
    assert ("statement" in standings) <= (issue.id in STATEMENT)
    assert (standings == {"omit"}) == (issue.id in NEVER)


@pytest.mark.parametrize("issue", ISSUES, ids=lambda issue: issue.id)
def test_every_parameter_asks_a_question_and_gives_a_reason_or_a_label(issue: Issue) -> None:
    for parameter in issue.parameters.values():
        assert parameter.source or "?" in parameter.ask, parameter.name
        assert parameter.source or parameter.why, parameter.name


@pytest.mark.parametrize("option", OPTIONS, ids=named)
def test_an_option_explains_itself(option: Option) -> None:
    assert option.title
    assert option.summary
    assert option.differs
    assert len(option.note.split()) >= 50
    assert option.review.status == "draft" or (option.review.by and option.review.date)


@pytest.mark.parametrize("option", OPTIONS, ids=named)
def test_an_option_is_said_in_plain_sentences(option: Option) -> None:
    """No archaism, no doublet, no contraction, and no sentence that a reader must take apart."""
    for wording in option.wordings.values():
        for item in wording.walk():
            text = BLANK.sub("it", plain(item.parts))
            assert not ARCHAIC.search(text), text
            for sentence in re.split(r"(?<=[.;:])\s", text):
                assert len(sentence.split()) <= LONGEST, sentence


BLANK = re.compile(r"\{\{[^}]*\}\}|\[\[[^\]]*\]\]")
LONGEST = 45
ARCHAIC = re.compile(
    r"\b(?:aforesaid|hereby|herein|hereof|hereto|hereunder|hereinafter|forthwith|witnesseth|whereas|thereof|thereto|"
    r"inter alia|mutatis mutandis|pursuant to|notwithstanding|null and void|terms and conditions|each and every|"
    r"and/or|provided that|in witness|best endeavours|(?:don|can|won|doesn|isn)['\u2019]t)\b",
    re.IGNORECASE,
)


def test_every_source_says_what_it_is_and_is_used() -> None:
    """A source that nothing cites would be a file nobody reads."""
    text = "\n".join(path.read_text("utf-8") for path in Path("clauses").rglob("*.*"))
    for name, source in LIBRARY.sources.items():
        assert source["title"]
        assert source["address"].startswith("http")
        assert not source["checked_on"] or re.fullmatch(r"\d{4}-\d\d-\d\d", source["checked_on"])
        assert len(re.findall(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text)) > 1, name


def test_every_term_of_the_list_is_used_by_a_wording() -> None:
    used = {
        name
        for option in OPTIONS
        for wording in option.wordings.values()
        for item in wording.walk()
        for part in item.parts
        for name in getattr(part, "terms", ())
    }
    used |= {name for term in LIBRARY.terms.values() for name in term.uses}
    used |= {name for column in LIBRARY.columns.values() for name in column.uses}
    assert sorted(set(LIBRARY.terms) - used) == []
