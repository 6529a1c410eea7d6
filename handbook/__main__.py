"""`python -m handbook`."""

from handbook.cli import run

if __name__ == "__main__":
    run()
