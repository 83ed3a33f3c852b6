import os
from dataclasses import dataclass, field
from functools import partial

from pydantic import BaseModel, Field


@dataclass
class Record:
    url: str = field(default_factory=lambda: os.environ["FACTORY_URL"])  # finding: QK501
    key: str = field(default_factory=partial(os.getenv, "FACTORY_KEY", "x"))  # finding: QK501
    fine: str = field(default_factory=lambda: os.environ["DOCUMENTED"])


class Model(BaseModel):
    url: str = Field(default_factory=lambda: os.getenv("MODEL_URL"))  # finding: QK501
    fine: str = Field(default_factory=lambda: os.getenv("DOCUMENTED"))
    plain: str = "x"
