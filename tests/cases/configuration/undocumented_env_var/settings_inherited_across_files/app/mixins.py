from pydantic import BaseModel


class Tracing(BaseModel):
    documented: str


class Schema(BaseModel):
    body: str
