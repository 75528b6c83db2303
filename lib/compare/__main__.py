"""``python -m compare``: the command line, where no script of its name is on the path."""

from compare.cli import main

if __name__ == "__main__":
    main(prog_name="compare-regions")
