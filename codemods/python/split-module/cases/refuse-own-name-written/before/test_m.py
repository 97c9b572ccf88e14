import m

m.A = None
