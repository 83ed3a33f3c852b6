# path: app/usecases/users.py
# options: {"max-lines": 3, "paths": ["usecases/"]}
def get(key):
    return key  # finding: QK601
