__name__ = "shapes"


class Shape:
    size = 1

    def draw(self):
        """Says what is drawn."""
        from ._canvas import Canvas
        # first come, first served
        return Canvas().put(self)

    def all(self):
        from ._canvas import Canvas
        canvas = Canvas()

        def again(shape):
            from ._canvas import measure
            return measure(shape) + sum([measure(one) for one in canvas.shapes])

        return again(self)

    def area(self): from ._canvas import measure; return measure(self)
