# path: app/wiring_of_all.py
class UserService: ...


class ServiceFactory:
    def __init__(self):
        self.users = UserService()


class AppContainer:
    def __init__(self):
        self.users = UserService()


class Screen:
    def __init__(self):
        self.users = UserService()  # finding: QK203


def build(screen):
    screen.users = UserService()


class Owner:
    users = UserService()
