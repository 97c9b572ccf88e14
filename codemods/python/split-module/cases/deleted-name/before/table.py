"""Table."""
SQUARES = {}
for i in range(3):
    SQUARES[i] = i * i
del i


def square(n):
    return SQUARES[n]
