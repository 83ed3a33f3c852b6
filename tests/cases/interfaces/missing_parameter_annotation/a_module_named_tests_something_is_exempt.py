# path: orders/tests_views.py
def helper(name):
    return name
