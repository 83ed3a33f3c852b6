# options: {"wiring": ["assemble"], "class-suffixes": ["Facade"], "target-names": []}
class UserFacade: ...


class UserService: ...


users = UserFacade()
other = UserService()


def assemble():
    users.start()


def main():
    users.start()  # finding: QK202
    other.start()
