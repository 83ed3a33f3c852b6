import os


def env(name, default=None):
    return os.environ.get(name, default)


def env_bool(name, default=False):
    return (env(name) or str(default)).lower() == "true"


def required(*, variable):
    if variable not in os.environ:
        raise RuntimeError(variable)
    return os.environ[variable]


def prefixed(part):
    return os.environ[f"APP_{part}"]


A = env("INSIDE_A")  # finding: QK501
B = env_bool("INSIDE_B", True)  # finding: QK501
C = required(variable="INSIDE_C")  # finding: QK501
D = prefixed("INSIDE_D")  # finding: QK501
E = [env(name) for name in ("INSIDE_E", "DOCUMENTED")]  # finding: QK501
F = env("DOCUMENTED")
G = prefixed("DOCUMENTED")


class Reader:
    prefix = "APP_"

    def _read(self, name):
        return os.environ[self.prefix + name]

    @staticmethod
    def plain(name):
        return os.environ[name]

    def all(self):
        return self._read("METHOD"), self._read("DOCUMENTED"), Reader.plain("STATIC")  # finding: QK501, QK501
