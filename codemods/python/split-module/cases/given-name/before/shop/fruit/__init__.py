from ._apple import apple as apple, apples as apples
