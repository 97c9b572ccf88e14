from typing import Dict, List, Optional


def one(a, b=1, *args, **kwargs):
    # type: (int, Dict[str, int], *str, **object) -> Optional[str]
    """Doc."""
    found = []  # type: List[int]
    return None


class C(object):
    def __init__(self, x):  # type: (List[int]) -> None
        self.x = x  # type: List[int]

    @staticmethod
    def s(y=None):
        # type: (Optional[int]) -> int
        return 1


cache = {}  # type: Dict[str, int]
