# path: app/routes.py
class Router:
    def get(self, path): ...


router = Router()


class UserService: ...


@router.get("/users")
def users():
    return UserService()
