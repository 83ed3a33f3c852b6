from starlette.config import Config, environ
from starlette.datastructures import Secret

config = Config(".env")
prefixed = Config(env_prefix="APP_")

A = config("STARLETTE_A", cast=bool, default=False)  # finding: QK501
B = config.get("STARLETTE_B", cast=Secret)  # finding: QK501
C = prefixed("STARLETTE_C")  # finding: QK501
D = prefixed("DOCUMENTED")
E = environ["STARLETTE_E"]  # finding: QK501
F = config("DOCUMENTED")
environ["TESTING"] = "TRUE"
