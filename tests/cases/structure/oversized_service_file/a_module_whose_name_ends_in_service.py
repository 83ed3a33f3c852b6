# path: user_service.py
# options: {"max-lines": 3}
def get(key):
    return key  # finding: QK601
