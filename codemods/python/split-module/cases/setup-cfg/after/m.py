from _m_a import a as a, b as b
