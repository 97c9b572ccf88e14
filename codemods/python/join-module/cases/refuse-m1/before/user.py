from m._part import one

print(one())
