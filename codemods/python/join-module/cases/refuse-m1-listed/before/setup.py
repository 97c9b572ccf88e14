from setuptools import setup

setup(name="report", py_modules=["report", "_report_text"])
