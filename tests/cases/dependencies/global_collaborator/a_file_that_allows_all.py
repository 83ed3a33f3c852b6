# quality-kit: ignore-file[QK201] -- a script of old
class UserService: ...


user_service = UserService()


def find():
    return user_service.find()
