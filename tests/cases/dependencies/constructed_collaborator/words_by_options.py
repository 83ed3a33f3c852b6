# options: {"class-suffixes": ["Facade"], "builders": ["Maker"]}
class UserFacade: ...


class UserService: ...


class Maker:
    def __init__(self):
        self.users = UserFacade()


class UserFactory:
    def __init__(self):
        self.users = UserFacade()  # finding: QK203
        self.service = UserService()
