__name__ = "table"

SQUARES = {}
for i in range(3):
    SQUARES[i] = i * i
del i
