from typing import no_type_check

from fastapi import APIRouter, Depends
from pydantic import field_validator
from typing_extensions import override

router = APIRouter()


@router.get("/users/{user_id}")
async def read_user(user_id) -> str:  # finding: QK101
    return user_id


@router.get("/names/{user_id}")
async def read_name(user_id: int, session=Depends(object)) -> str:  # finding: QK101
    return ""


@router.get("/ages/{user_id}")
async def read_age(user_id: int, session: object = Depends(object)) -> int:
    return 1


@no_type_check
def unchecked(a) -> None: ...  # finding: QK101


class Model:
    @field_validator("name")
    @classmethod
    def check_name(cls, value) -> str:  # finding: QK101
        return value

    @field_validator("age")
    def check_age(cls, value: int) -> int:
        return value

    @override
    def dump(self, mode) -> str:  # finding: QK101
        return ""
