"""The program, run as in the tests of the command line."""

from tests.cli.conftest import run_program

__all__ = ["run_program"]
