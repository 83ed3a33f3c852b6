import environ

env = environ.Env(DJANGO_SCHEME=(bool, False))
environ.Env.read_env("NO_FILE")

A = env("DJANGO_A")  # finding: QK501
B = env.bool("DJANGO_B", default=False)  # finding: QK501
C = {"default": env.db("DJANGO_C")}  # finding: QK501
D = env.cache()  # finding: QK501
E = env("DJANGO_SCHEME")  # finding: QK501
F = env("DOCUMENTED")
