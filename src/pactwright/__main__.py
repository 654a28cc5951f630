"""`python -m pactwright`."""

from pactwright.cli.main import main

main()
