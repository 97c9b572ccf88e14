import typeguard as tg

__name__ = "m"


class Checked:
    @tg.typechecked
    def twice(self, value: int) -> int:
        return value * 2
