"""Prints the cellar book of the vessels that are named on the command line.

    python3 -m orchard "oak 1=225" "steel 2=1000"
"""

import sys

from orchard.cellar import Cellar, Vessel


def main(arguments):
    cellar = Cellar()
    for argument in arguments:
        name, _, litres = argument.partition("=")
        cellar.add(Vessel(name.strip(), float(litres)))
    print("\n".join(cellar.book()))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
