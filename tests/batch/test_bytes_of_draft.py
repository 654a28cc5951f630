"""A file of a batch is, byte for byte, the one that `draft` writes of the same spec; what one refuses, both refuse."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from pathlib import Path

import pytest

from pactwright import service
from pactwright.batch.base import base_from, overlaid
from pactwright.batch.maker import Maker
from pactwright.batch.model import Row, Settings
from pactwright.errors import InputError
from pactwright.files import sheet_path
from pactwright.service import files_of
from tests.batch.makers import Texts, row_of
from tests.batch.runs import files, ran
from tests.stories import DOCUMENTS, ROOT, as_yaml, spec_tree

FORMS = ("docx", "txt", "html", "json")
COMPANY, CAP = "parties.company", "choices.liability/cap"
KINDS: dict[str, Texts] = {
    "nothing": {},
    "words": {f"{COMPANY}.called": "the Firm", "project.title": "Dust & <b>noise</b> at {{ kerb }} [[1]] \u57ce"},
    "a day": {"date": "2027-01-31", "pilot.start": "2027-02-05"},
    "an amount": {"funding.option_later": "AUD 90,000.50"},
    "an amount in other digits": {"milestones.report.amount": "15000.00"},
    "a count": {"pilot.sites.parade.quantity": "31 poles"},
    "a yes": {f"{COMPANY}.small_business": "no"},
    "a word of a list": {"parties.council.kind": "agency"},
    "nothing where something stood": {"date": None, f"{COMPANY}.registration": None},
    "a shorter list": {"project.outcomes.1": None},
    "a longer list": {
        "project.outcomes.3.text": "One more",
        "project.outcomes.3.indicator": "Seen by all",
        "project.outcomes.3.baseline": "none",
        "project.outcomes.3.target": "each school",
        "project.outcomes.3.measured_by": "council",
        "project.outcomes.3.source": "a count",
    },
    "another order": {
        "risks.drift": None,
        "risks.drift.event": "Sensors drift",
        "risks.drift.owner": "company",
        "risks.drift.response": "calibrate every month",
        "risks.drift.trigger": "difference above 20%",
    },
    "an option": {CAP: "low-fixed", f"{CAP}.reason": "a test"},
    "an option and its value": {CAP: "low-fixed", f"{CAP}.reason": "a test", f"{CAP}.low_fixed": "70,000"},
    "a value alone": {"choices.funding/payment.pay_days": "21"},
    "an issue left out": {"choices.data/retention": "none", "choices.data/retention.reason": "a test"},
    "another place": {
        "jurisdiction": "us-ca",
        f"{COMPANY}.signatories.0.title": "President",
        f"{COMPANY}.signatories.1.title": "Secretary",
        "pilot.installs": "no",
    },
    "one document": {"documents.1": None, "choices.term/term.mou_months": None},
    "a model that does not fit": {"model": "demonstrator"},
    "a word that nobody knows": {"parties.council.kind": "citty"},
    "a missing name": {f"{COMPANY}.name": None},
    "a party that nobody knows": {"milestones.report.payee": "nobody"},
    "an option that nobody knows": {CAP: "no-such"},
    "options that contradict each other": {"choices.liability/cap": "own-loss", f"{CAP}.low_fixed": "70,000"},
}
"""A row of every kind, good ones and bad ones, by what it changes."""

ROWS = tuple(row_of(name.replace(" ", "-"), texts) for name, texts in KINDS.items())
BAD = 6  # of them, the last


def drafted(tree: Mapping[str, object], folder: Path, key: str, *, is_final: bool = False) -> dict[str, bytes]:
    """The files that `draft` writes of a spec, under the names that a batch gives them; a final in the short form."""
    spec = folder / key / "spec.yml"
    spec.parent.mkdir(parents=True)
    spec.write_text(as_yaml(dict(tree)), "utf-8")
    try:
        order = service.DraftOrder(formats=FORMS, is_final=is_final, is_short=is_final, output=spec.parent / "out")
        written = files_of((spec,), order)
    except InputError:
        return {}
    made = {f"{key}-{_document(each.path)}{each.path.suffix}": each.path.read_bytes() for each in written}
    for each in (each for each in written if each.sheet_path):
        name = f"{key}-{_document(each.path)}"
        made[sheet_path(Path(name)).name] = _sheet(each, name)
    return made


def _sheet(file: service.OutputFile, name: str) -> bytes:
    """The sheet beside a final, under the name of a document in the batch."""
    assert file.sheet_path
    return file.sheet_path.read_bytes().replace(file.path.stem.encode(), name.encode())


def _document(path: Path) -> str:
    [document] = [each for each in DOCUMENTS if path.stem.endswith(f"-{each}")]
    return document


@pytest.mark.parametrize("is_final", [False, True], ids=["draft", "short final"])
def test_every_file_of_a_batch_is_the_one_that_draft_writes(*, is_final: bool, tmp_path: Path) -> None:
    base = base_from(ROOT / "examples" / "startup-pilot" / "spec.yml")
    order = Settings(formats=FORMS, is_final=is_final, is_short=is_final)
    ran(tmp_path / "batch", ROWS, base=base, settings=order, making=Maker)
    ours = files(tmp_path / "batch")
    theirs = {row.key: drafted(overlaid(base, row)[0], tmp_path, row.key, is_final=is_final) for row in ROWS}
    assert {name: content for each in theirs.values() for name, content in each.items()} == ours
    refused = {row.key for row in ROWS[-BAD:]} | ({"nothing-where-something-stood"} if is_final else set())
    assert {key for key, each in theirs.items() if not each} == refused


def test_a_spec_of_a_folder_gives_the_files_that_draft_writes_of_it(tmp_path: Path) -> None:
    """Each beside others that say almost the same, in another order."""
    rows: list[Row] = []
    theirs: dict[str, bytes] = {}
    for name in ("two-cities", "california"):
        tree = spec_tree(name)
        turned = copy.deepcopy(tree) | {"datasets": dict(reversed(tree["datasets"].items()))}
        for key, each in ((name, tree), (f"{name}-turned", turned)):
            theirs |= drafted(each, tmp_path, key)
            rows.append(Row(key, f"{key}.yml", spec=tmp_path / key / "spec.yml"))
    ran(tmp_path / "batch", tuple(rows), settings=Settings(formats=FORMS), making=Maker)
    assert files(tmp_path / "batch") == theirs
    assert theirs["two-cities-pilot-agreement.txt"] != theirs["two-cities-turned-pilot-agreement.txt"]
