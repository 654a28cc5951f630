"""What no promise of secrecy may close: law, audit, evaluation, safety and reports of wrongdoing stay open."""

from __future__ import annotations

from pathlib import Path

import pytest

from pactwright.checking import checked
from tests.stories import ROOT, library
from tests.trees import build_tree

COMMON = "information/confidentiality/common.md"
OPEN = ("to-law", "to-audit", "to-evaluate", "to-protect", "report")


@pytest.mark.parametrize("place", ["au-nsw", "us-ca"])
def test_every_answer_on_secrecy_leaves_them_open(place: str) -> None:
    for option in library(place).options["information/confidentiality"].values():
        assert set(OPEN) <= option.ids()


def test_a_house_that_closes_one_is_told_so(tmp_path: Path) -> None:
    lines = (ROOT / "clauses" / COMMON).read_text("utf-8").splitlines(keepends=True)
    house = build_tree(tmp_path, {COMMON: "".join(each for each in lines if "{#to-audit}" not in each)})
    errors = [each for each in checked(house).findings if each.level == "error"]
    assert {each.rule for each in errors} == {"anchor"}
    assert all('the item "to-audit" is missing' in each.seen for each in errors)
