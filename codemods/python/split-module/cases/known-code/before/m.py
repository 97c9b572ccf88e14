import sys

if sys.version_info > (3,):
    def fail(*a):
        raise a[0](a[1])
else:
    exec(compile("def fail(*a): raise a[0], a[1]", "<compat>", "exec"))


def use():
    fail(ValueError, "no")
