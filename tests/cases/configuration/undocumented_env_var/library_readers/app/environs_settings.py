import environs
from environs import Env, env as ready

env = Env()
env.read_env("NO_FILE")
own = environs.Env()

A = env("ENVIRONS_A")  # finding: QK501
B = env.str("ENVIRONS_B", "x")  # finding: QK501
C = env.int("ENVIRONS_C", default=1)  # finding: QK501
D = own.list("ENVIRONS_D", subcast=int)  # finding: QK501
E = ready.bool("ENVIRONS_E", False)  # finding: QK501
F = env.str("DOCUMENTED")
with env.prefixed("APP_"):
    G = env.str("ENVIRONS_G")  # finding: QK501
    H = env.str("DOCUMENTED")
    with env.prefixed("DB_"):
        I = env.str("ENVIRONS_I")  # finding: QK501
        J = env.str("DOCUMENTED")
with env.prefixed("APP_") as app:
    K = app.str("ENVIRONS_K")  # finding: QK501
    L = app.str("DOCUMENTED")
names = [env.str(name) for name in ("ENVIRONS_LOOP", "DOCUMENTED")]  # finding: QK501
env.seal()
