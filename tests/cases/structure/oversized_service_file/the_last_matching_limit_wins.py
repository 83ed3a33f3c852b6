# path: app/services/legacy/users.py
# options: {"max-lines": 9, "limits": {"app/services/legacy/": 100, "app/services/": 3}}
def get(key):
    return key  # finding: QK601
