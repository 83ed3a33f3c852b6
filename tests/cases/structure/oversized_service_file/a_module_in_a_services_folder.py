# path: app/services/users.py
# options: {"max-lines": 6}
def create(name):
    return name


def delete(name):  # finding: QK601
    return name
