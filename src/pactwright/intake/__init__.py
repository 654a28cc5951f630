"""A project's facts in a workbook: written from the form of a spec, read back by its labels.

form -> sheets with labels, help and drop-downs -> a person -> labels and entries -> the tree of a spec
"""

from pactwright.intake.source import is_workbook, typed_in
from pactwright.intake.typed import Typed

__all__ = ["Typed", "is_workbook", "typed_in"]
