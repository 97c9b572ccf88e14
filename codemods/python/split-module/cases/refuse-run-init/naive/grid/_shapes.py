def shape(rows):
    return len(rows), len(rows[0])


def show(rows):
    return "%d x %d" % shape(rows)
