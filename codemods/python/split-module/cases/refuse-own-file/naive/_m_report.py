from _m_caller import caller

__name__ = "m"


def report():
    return caller()
