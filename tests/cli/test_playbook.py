"""`pactwright playbook`: the start of one, where two meet, and an own copy that says nothing else of the other side."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pactwright.library.playbooks import playbook_in
from pactwright.library.prebuilt import library_for
from pactwright.playbook.marks import Meeting, meetings_of, paired
from pactwright.playbook.trades import trades_of
from pactwright.what_if import Standing, standing
from tests.cli.conftest import Run
from tests.stories import plain

EXAMPLE = Path("examples/startup-pilot/spec.yml").resolve()

COUNCIL = """\
schema: 1
party: council
issues:
  governance/decisions: {weight: 3, prefer: [city-reserved], accept: [supermajority], never: [consensus]}
  liability/cap:
    weight: 3
    prefer: [price-multiple]
    accept: [contribution-multiple]
    never: [own-loss]
    approver: Risk manager
    ranges: {low_fixed: {min: "AUD 100,000", max: "AUD 250,000"}}
    private: MARKER of the council
  data/security: {weight: 1, prefer: [proportionate], accept: [certified]}
  funding/payment: {weight: 1, prefer: [milestone], accept: [advance]}
"""
COMPANY = """\
schema: 1
party: company
issues:
  governance/decisions: {weight: 1, prefer: [supermajority], accept: [city-reserved, consensus]}
  liability/cap:
    weight: 3
    prefer: [low-fixed]
    never: [price-multiple, uncapped]
    ranges: {low_fixed: {max: "AUD 150,000"}}
    private: MARKER of the company
  data/security: {weight: 2, prefer: [self-attest], accept: [proportionate], never: [certified]}
  funding/payment: {weight: 3, prefer: [advance], accept: [milestone]}
"""
# Meets and does not meet just where COMPANY does, with other marks, weights, ranges and words.
OTHER_COMPANY = """\
schema: 1
party: company
issues:
  governance/decisions: {weight: 3, accept: [city-reserved], never: [consensus, supermajority]}
  liability/cap: {weight: 1, accept: [one-sided], approver: The board, private: MARKER of another}
  data/security: {prefer: [proportionate]}
"""


@pytest.fixture(name="now", scope="module")
def example_as_it_stands() -> Standing:
    return standing(EXAMPLE, "pilot-agreement")


@pytest.fixture(name="files")
def two_files(tmp_path: Path) -> tuple[Path, Path]:
    paths = tmp_path / "council.yml", tmp_path / "company.yml"
    for path, text in zip(paths, (COUNCIL, COMPANY), strict=True):
        path.write_text(text, "utf-8")
    return paths


@pytest.fixture(name="meetings", scope="module")
def where_they_meet(now: Standing, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Meeting]:
    paths = [tmp_path_factory.mktemp("playbooks") / f"{number}.yml" for number in range(2)]
    for path, text in zip(paths, (COUNCIL, COMPANY), strict=True):
        path.write_text(text, "utf-8")
    one, other = (playbook_in(path, now.source.library) for path in paths)
    return {each.issue: each for each in meetings_of(now, paired(one, other, now.source.spec))}


def test_both_meet_in_what_neither_refuses_or_has_to_ask_for(meetings: dict[str, Meeting]) -> None:
    zones = {name: [each.option for each in meeting.zone] for name, meeting in meetings.items()}
    assert zones == {
        "governance/decisions": ["city-reserved"],  # a majority needs three parties, and two sign this draft
        "funding/payment": ["milestone", "advance"],
        "liability/cap": [],
        "data/security": ["proportionate"],
    }


def test_a_trade_gives_each_side_what_it_cares_about_more(now: Standing, meetings: dict[str, Meeting]) -> None:
    [trade] = trades_of(now, list(meetings.values()))
    moves = {move.meeting.issue: (move.to.option, move.gains) for move in trade.moves}
    # the council goes from preferred to accepted (1 x 1), the company from accepted to preferred (3 x 1); and back:
    # from nothing to preferred (1 x 2), from preferred to accepted (2 x 1)
    assert moves == {"funding/payment": ("advance", (-1, 3)), "data/security": ("proportionate", (2, -2))}
    assert trade.gains == (1, 1)


def test_the_neutral_copy_shows_both_limits_and_no_private_word(
    run: Run, files: tuple[Path, Path], tmp_path: Path
) -> None:
    page = tmp_path / "landing.html"
    assert run("playbook", "meet", EXAMPLE, *files, "-o", page).code == 0
    said = plain(page.read_text("utf-8"))
    assert "3 of 4 questions have an answer that both can live with; the draft already stands on it in 2." in said
    assert "No answer for both: Limits of liability." in said
    assert "both: from 100,000 to 150,000" in said
    assert "the Council, Risk manager has to approve “Low fixed cap”" in said
    assert "shows both sides' limits" in said
    assert "MARKER" not in page.read_text("utf-8") + run("playbook", "meet", EXAMPLE, *files).text
    assert run("playbook", "meet", EXAMPLE, *files, "-o", tmp_path / "landing.docx").code == 0


@pytest.mark.parametrize("form", ["html", "txt", "docx"])
def test_an_own_copy_is_the_same_bytes_for_any_playbook_that_meets_the_same(
    run: Run, files: tuple[Path, Path], tmp_path: Path, form: str
) -> None:
    mine, theirs = files
    made = []
    for text in (COMPANY, OTHER_COMPANY):
        theirs.write_text(text, "utf-8")
        came = run("playbook", "meet", EXAMPLE, mine, theirs, "--own", "-o", f"own.{form}", "--force")
        made.append((came.code, came.out, came.err, (tmp_path / f"own.{form}").read_bytes()))
    assert made[0] == made[1]
    theirs.write_text(COMPANY.replace("accept: [proportionate]", "accept: []"), "utf-8")
    run("playbook", "meet", EXAMPLE, mine, theirs, "--own", "-o", f"own.{form}", "--force")
    assert (tmp_path / f"own.{form}").read_bytes() != made[0][3]


def test_an_own_copy_says_of_the_other_side_one_word_a_question(
    run: Run, files: tuple[Path, Path], tmp_path: Path
) -> None:
    assert run("playbook", "meet", EXAMPLE, *files, "--own", "-o", "own.html").code == 0
    said = plain((tmp_path / "own.html").read_text("utf-8"))
    assert len(re.findall(r"\bmeets\b", said)) == 3
    assert "copy of the Council, not for the other side" in said
    assert "Company" not in said
    assert "Risk manager" in said


def test_what_is_wrong_with_the_other_playbook_is_not_told(run: Run, files: tuple[Path, Path]) -> None:
    mine, theirs = files
    theirs.write_text(COMPANY.replace("low-fixed", "low-fixd"), "utf-8")
    came = run("playbook", "meet", EXAMPLE, mine, theirs, "--own")
    assert came.code == 2
    assert "is no playbook that can be read here" in came.err
    assert "low-fixd" not in came.text
    assert 'unknown-option: "low-fixd"' in run("playbook", "meet", EXAMPLE, mine, theirs).err


def test_two_playbooks_of_one_side_are_refused(run: Run, files: tuple[Path, Path]) -> None:
    came = run("playbook", "meet", EXAMPLE, files[0], files[0])
    assert came.code == 2
    assert 'one playbook is of the public side and one of another; these are of "council" and "council"' in came.err


@pytest.mark.parametrize(
    ("side", "prefer", "never"), [("public", "price-multiple", "one-sided"), ("partner", "low-fixed", "uncapped")]
)
def test_a_starter_can_be_read_and_follows_the_stances(
    run: Run, tmp_path: Path, side: str, prefer: str, never: str
) -> None:
    assert run("playbook", "new", "--side", side, "-o", "playbook.yml").code == 0
    library = library_for("")
    found = playbook_in(tmp_path / "playbook.yml", library)
    assert found.party == side
    assert found.positions.keys() == library.issues.keys()
    cap = found.positions["liability/cap"]
    assert (cap.prefer, cap.never) == ((prefer,), (never,))
    assert cap.mark("contribution-multiple") == "accepts"
    less = run("playbook", "new", "--side", side, "--party", "x", "--spec", EXAMPLE).out
    assert "party: x" in less
    assert 30 < less.count("weight: 1") < len(library.issues)
