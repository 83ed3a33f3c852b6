from .django_environ import env
from app import environs_settings
from app.starlette_config import prefixed

A = env("ELSEWHERE_A")  # finding: QK501
B = env.str("ELSEWHERE_B", default="x")  # finding: QK501
C = environs_settings.env.int("ELSEWHERE_C")  # finding: QK501
D = prefixed("ELSEWHERE_D")  # finding: QK501
E = env("DOCUMENTED")
F = prefixed("DOCUMENTED")
