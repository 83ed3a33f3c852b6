# path: app/dependencies.py
class UserService: ...


class Users:
    def __init__(self):
        self.service = UserService()
