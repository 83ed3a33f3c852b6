# path: app/services/core/users.py
# options: {"max-lines": 400, "limits": {"app/services/": 200, "app/services/core/": 4}}
def get(key):
    return key
# the fifth line  # finding: QK601
