from pkg.a.c import y
