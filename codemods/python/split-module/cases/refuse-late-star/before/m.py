def a():
    return sin(1)


from math import *
