// both
