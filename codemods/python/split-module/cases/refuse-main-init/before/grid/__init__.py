"""Prints tables."""


def shape(rows):
    return len(rows), len(rows[0])


def show(rows):
    return "%d x %d" % shape(rows)


def main():
    print(show([[1, 2], [3, 4]]))


if __name__ == "__main__":
    main()
