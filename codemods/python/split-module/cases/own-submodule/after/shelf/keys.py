def plain(key):
    return key
