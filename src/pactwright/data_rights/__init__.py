"""Data rights: who may do what with each data set of a document, computed from what its clauses give."""

from pactwright.data_rights.matrix import matrix_of
from pactwright.data_rights.model import Matrix, Place, Places
from pactwright.data_rights.table import rights_table
from pactwright.data_rights.told import right_findings

__all__ = ["Matrix", "Place", "Places", "matrix_of", "right_findings", "rights_table"]
