from __future__ import annotations

from typing import Dict, List, Optional


def one(a: int, b: Dict[str, int] = 1, *args: str, **kwargs: object) -> Optional[str]:
    """Doc."""
    found: List[int] = []
    return None


class C(object):
    def __init__(self, x: List[int]) -> None:
        self.x: List[int] = x

    @staticmethod
    def s(y: Optional[int] = None) -> int:
        return 1


cache: Dict[str, int] = {}
