import importlib

part = importlib.import_module("m._part")
