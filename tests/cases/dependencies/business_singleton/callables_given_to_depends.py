# path: app/dependencies.py
import fastapi
from fastapi import Depends as Needs
from fastapi import Security


class AuthHandler:
    def __call__(self) -> str: ...

    def user(self) -> str: ...


class LimitProvider: ...


get_handler = AuthHandler()
by_keyword = AuthHandler()
secured_handler = AuthHandler()
listed_handler = AuthHandler()
by_module = AuthHandler()
method_handler = AuthHandler()  # finding: QK201
class_handler = LimitProvider()  # finding: QK201
in_a_lambda = LimitProvider()  # finding: QK201


def route(
    one: str = Needs(get_handler),
    two: str = Needs(dependency=by_keyword),
    three: str = Security(secured_handler, scopes=["x"]),
    four: str = fastapi.Depends(by_module),
    five: str = Needs(method_handler.user),
    six: str = Needs(LimitProvider),
    seven: str = Needs(lambda: in_a_lambda),
) -> None: ...


router = fastapi.APIRouter(dependencies=[Needs(listed_handler)])
