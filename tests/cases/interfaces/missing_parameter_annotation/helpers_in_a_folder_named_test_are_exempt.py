# path: test/helpers.py
def helper(name):
    return name
