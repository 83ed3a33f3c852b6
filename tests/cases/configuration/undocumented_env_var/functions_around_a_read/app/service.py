from app import environment
from app.environment import env, env_bool as flag
from .environment import required as required_variable

NAME = "IMPORTED_CONSTANT"

A = env("IMPORTED_A")  # finding: QK501
B = flag("IMPORTED_B")  # finding: QK501
C = environment.env("IMPORTED_C", "x")  # finding: QK501
D = required_variable(variable="IMPORTED_D")  # finding: QK501
E = env("DOCUMENTED")
