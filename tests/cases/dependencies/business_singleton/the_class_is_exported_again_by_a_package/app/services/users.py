from pydantic import BaseModel


class UserService: ...


class UserModel(BaseModel): ...
