from fastapi import APIRouter

router = APIRouter()


class ServerConfigManager:
    def save(self, values): ...


@router.post("/config")
async def save_config(values: dict[str, str]) -> None:
    ServerConfigManager().save(values)  # finding: QK204
