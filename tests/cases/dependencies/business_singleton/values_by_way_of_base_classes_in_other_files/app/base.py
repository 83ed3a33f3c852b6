from pydantic import BaseModel
from sqlalchemy.ext.declarative import declarative_base
from sqlalchemy.orm import DeclarativeBase


class Schema(BaseModel): ...


class Modern(DeclarativeBase): ...


Base = declarative_base()


class Plain: ...
