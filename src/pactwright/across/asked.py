"""The report on a folder that a batch wrote, in the form that is asked for, and its record for programs."""

from __future__ import annotations

from pactwright.across.folder import across_folder
from pactwright.across.model import Across
from pactwright.across.page import across_report
from pactwright.across.words import page_words
from pactwright.batch.request import Batch
from pactwright.records import Record
from pactwright.themes import report_theme
from pactwright.writers.report import REPORT_WRITERS

ACROSS = Record("across", "What stands across many agreements", Across)


def across_batch(batch: Batch) -> Across:
    """What all runs of a batch left in its folder, be it the whole table or one shard of it."""
    maker = batch.making(batch.base, batch.settings)
    keys = [row.key for row in batch.rows]
    return across_folder(batch.folder, keys, maker.base_terms(), maker.base_facts(), tuple(page_words().valued))


def sheet_of(found: Across, form: str) -> bytes:
    """The report as a file."""
    return REPORT_WRITERS[form](across_report(found), report_theme())
