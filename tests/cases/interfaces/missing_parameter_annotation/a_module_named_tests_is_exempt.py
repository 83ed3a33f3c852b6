# path: orders/tests.py
def helper(name):  # what a Django app has one module of
    return name
