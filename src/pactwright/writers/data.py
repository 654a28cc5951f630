"""The agreement as JSON: everything that the other formats print, and what they leave unsaid, as data.

The keys are the fields of `pactwright.document`, in their order. `templates/agreement.schema.json` describes the whole.
"""

from __future__ import annotations

import json
from typing import get_args

from pactwright.document import Agreement, Block, Run
from pactwright.records import Record, record_data

AGREEMENT = Record(
    "agreement",
    "An agreement drafted by pactwright",
    Agreement,
    {each: each.__name__.lower() for union in (Run, Block) for each in get_args(union)},
)


def json_data(agreement: Agreement) -> bytes:
    """The agreement in UTF-8, two spaces to a level, with a line feed at the end."""
    return (json.dumps(record_data(AGREEMENT, agreement), ensure_ascii=False, indent=2) + "\n").encode()
