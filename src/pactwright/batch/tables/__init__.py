"""From a TABLE to rows: a text file, a workbook or a folder of specs, each cell with the place where a person finds it.

file -> sheets (records of values) -> columns (what each heading means) -> rows (cells as text, and what is wrong)
"""

from pactwright.batch.tables.choosing import TableOptions
from pactwright.batch.tables.reading import Table, read_table

__all__ = ["Table", "TableOptions", "read_table"]
