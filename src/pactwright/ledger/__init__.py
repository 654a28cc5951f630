"""The ledger: who bears each risk and bad day of a document, and who gets each reward, computed from what it prints."""

from pactwright.ledger.model import Bearing, Ledger, Limit, Row, Share
from pactwright.ledger.rows import ledger_of
from pactwright.ledger.told import ledger_findings

__all__ = ["Bearing", "Ledger", "Limit", "Row", "Share", "ledger_findings", "ledger_of"]
