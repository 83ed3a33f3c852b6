# path: app/routes.py
# options: {"class-suffixes": ["Facade"]}
from fastapi import APIRouter

router = APIRouter()


class UserFacade: ...


class UserService: ...


@router.get("/users")
def users():
    UserService()
    return UserFacade()  # finding: QK204
