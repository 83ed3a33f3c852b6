# path: app/services/legacy/users.py
# options: {"max-lines": 3, "limits": {"app/services/legacy/": 100}}
def get(key):
    return key


def delete(key):
    return key
