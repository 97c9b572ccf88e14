setup(classifiers=["Programming Language :: Python :: 2.7"])
