"""The dates and clocks of a document as a record for programs."""

from __future__ import annotations

from pactwright.clocks.model import Dates
from pactwright.records import Record

DATES = Record("dates", "The dates and clocks of a document", Dates)
