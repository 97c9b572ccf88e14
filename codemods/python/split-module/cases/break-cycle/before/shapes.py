"""Shapes and what draws them."""
from math import pi


class Shape:
    size = 1

    def draw(self):
        """Says what is drawn."""
        # first come, first served
        return Canvas().put(self)

    def all(self):
        canvas = Canvas()

        def again(shape):
            return measure(shape) + sum([measure(one) for one in canvas.shapes])

        return again(self)

    def area(self): return measure(self)


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
