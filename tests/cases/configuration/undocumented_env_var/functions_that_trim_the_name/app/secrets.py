import os


def get_secret(name, default=None):
    name = name.removeprefix("os.environ/").strip()
    if name.startswith("env/"):
        name = name.replace("env/", "")
    return os.getenv(name)


def get_grown(name):
    name = name + "_SUFFIX"
    return os.getenv(name)


A = get_secret("TRIMMED")  # finding: QK501
B = get_secret("DOCUMENTED")
C = get_grown("GROWN")
