"""Prints tables."""

from ._shapes import shape, show


def main():
    print(show([[1, 2], [3, 4]]))


if __name__ == "__main__":
    main()
