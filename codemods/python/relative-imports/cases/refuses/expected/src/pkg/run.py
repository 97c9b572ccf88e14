from pkg.b import x

if __name__ == "__main__":
    print(x)
