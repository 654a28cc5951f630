"""`pactwright ledger`: one table as text, page and data, within 80 columns; what is wrong with it on standard error."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pactwright.ledger import Bearing, Ledger, Limit, Row, Share
from pactwright.ledger_sheet import text_sheet
from tests import browser
from tests.cli.conftest import Run, Spec
from tests.stories import changed, plain, spec_tree

PLAIN_MONEY = {
    "funding": {"price": "AUD 25,000"},
    "milestones": {"m1": {"deliverable": "A map", "test": "it opens", "due": "2027-03-01"}},
    "procurement.option_what": None,
    "procurement.options_value": "nil",
}
AT_MOST = {"amount": "30750", "currency": "AUD", "tax": None}  # 25,000 and 2,000, and 5% and 10% of 25,000


def test_the_forms_say_the_same_and_the_text_keeps_to_80_columns(run: Run, spec: Spec, tmp_path: Path) -> None:
    path = spec(changed(spec_tree("startup-pilot"), PLAIN_MONEY))
    told = run("ledger", path)
    assert told.code == 0
    assert max(map(len, told.out.splitlines())) <= 80
    data = json.loads(run("ledger", path, "--json").out)
    assert run("ledger", path, "-o", "ledger.html").code == 0
    assert browser.faults(tmp_path / "ledger.html") == []
    page, text = plain((tmp_path / "ledger.html").read_text("utf-8")), told.out
    assert sum(number for name, number in data["counts"].items() if name != "all") == data["counts"]["all"]
    for name, number in data["counts"].items():
        said = f"of {number}" if name == "all" else f"{name} {number}"
        assert said in " ".join(text.split())
        assert said in page
    assert page.count("<tr") > data["counts"]["all"]
    public, partner = data["owed"]
    assert (public["side"], public["total"], partner["total"]["amount"]) == ("public", AT_MOST, "2000")
    assert next(each["address"] for each in public["terms"]) == "funding"
    for said in (page, plain(" ".join(text.split()))):
        assert "The most that the public side may have to pay" in said
        assert "AUD 30,750" in said
        assert "Most that one party pays for shared risks" in said
    assert "score" not in text


def test_no_amount_is_broken_by_a_column_of_the_text() -> None:
    share = Share("city", "the Council", "50%", None, "AUD\u00a020,000,000")
    limit = Limit("AUD\u00a020,000,000, at least AUD\u00a015,000,000", None, "AUD\u00a020,000,000")
    lost = Bearing("shared", "shared", "20.1", "risk/allocation", shares=(share,), limits=(limit,))
    text = text_sheet(Ledger("mou", (Row("risk", "lost", "a device is lost", "risks.lost", (lost,)),)), "Ours").decode()
    assert text.count("(AUD\u00a020,000,000") == 2
    assert text.count("AUD\u00a015,000,000") == 1
    assert max(map(len, text.splitlines())) <= 80


def test_data_hold_ids_and_money_beside_the_words(run: Run, spec: Spec) -> None:
    data = json.loads(run("ledger", spec("startup-pilot"), "--json").out)
    [lost] = [row for row in data["rows"] if row["id"] == "equipment-lost"]
    [bearing] = lost["bearings"]
    assert (lost["group"], lost["manner"], bearing["to"], bearing["item"]) == ("bad-day", "shared", "shared", "shared")
    assert bearing["source"] == "risk/allocation/best-placed"
    assert [(each["party"], each["money"]["amount"], each["money"]["currency"]) for each in bearing["shares"]] == [
        ("city", "105.00", "AUD"),
        ("maker", "195.00", "AUD"),
    ]
    assert [each["money"]["amount"] for each in bearing["limits"]] == ["2000.00"]


def test_a_row_of_the_register_without_an_owner_is_told_at_its_line(run: Run, spec: Spec) -> None:
    path = spec(changed(spec_tree("startup-pilot"), {"risks.drift.owner": None}))
    told = run("ledger", path)
    assert told.code == 0
    [line] = [line for line in told.err.splitlines() if "warning: nobody-bears" in line]
    assert line.startswith(f"{path}:")
    assert "drift: nobody bears it" in line


def test_a_memorandum_moves_little_and_is_no_reason_for_a_warning(run: Run, spec: Spec) -> None:
    told = run("ledger", spec("startup-pilot"), "--document", "mou")
    assert (told.code, "warning" in told.err) == (0, False)
    assert "Ledger of Kerb-side air quality pilot: mou" in told.out


@pytest.mark.parametrize("words", [("-o", "l.docx"), ("-o", "l.txt", "--format", "html"), ("-o", "folder")])
def test_a_ledger_in_another_form_is_refused(run: Run, spec: Spec, words: tuple[str, ...]) -> None:
    result = run("ledger", spec(), *words)
    assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)
