"""`python -m pactwright`."""

from pactwright.cli.app import main

main()
