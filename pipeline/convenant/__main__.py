"""`python -m convenant`."""

from convenant.cli import main

main()
