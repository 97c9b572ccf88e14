from m import *

print(cache, double(2))
