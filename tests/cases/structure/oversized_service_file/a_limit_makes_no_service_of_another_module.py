# path: app/api/users.py
# options: {"limits": {"app/": 3}}
def get(key):
    return key


def delete(key):
    return key
