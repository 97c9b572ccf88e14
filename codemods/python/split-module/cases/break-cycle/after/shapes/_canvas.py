from math import pi

from ._shape import Shape

__name__ = "shapes"


class Canvas:
    def __init__(self):
        self.shapes = []

    def put(self, shape):
        if not isinstance(shape, Shape):
            raise TypeError(shape)
        self.shapes.append(shape)
        return self


def measure(shape):
    return shape.size * pi


class Square(Shape):
    size = 4
