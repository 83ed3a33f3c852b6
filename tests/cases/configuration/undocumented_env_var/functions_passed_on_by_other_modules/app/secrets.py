import os


def get_secret(name):
    return os.environ.get(name)
