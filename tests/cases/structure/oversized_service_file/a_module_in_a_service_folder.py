# path: app/users/service/rights.py
# options: {"max-lines": 3}
def may(user):
    return user  # finding: QK601
