from typing import Annotated

from fastapi import Depends

from app import config

Fresh = Annotated[config.Settings, Depends(config.fresh)]
