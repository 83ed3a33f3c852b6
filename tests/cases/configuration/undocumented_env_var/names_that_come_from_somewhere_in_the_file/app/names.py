import enum
import os

URL_VARIABLE = "URL_FROM_CONSTANT"
FINE_VARIABLE = "DOCUMENTED"
PREFIX = "PREFIX_"
NAMES = ("IN_TUPLE_ONE", "IN_TUPLE_TWO", "DOCUMENTED")
SPECS = [("SPEC_HOST", "localhost"), ("SPEC_PORT", 80), ("DOCUMENTED", None)]
BY_PROVIDER = {"openai": "KEY_OPENAI", "mistral": "KEY_MISTRAL", "none": "DOCUMENTED"}
DEFAULTS = {"KEYED_A": "1", "DOCUMENTED": "2"}


class Variable:
    SECRET = "MEMBER_SECRET"
    FINE = "DOCUMENTED"

    def read(self):
        return os.environ[self.SECRET], os.environ[self.FINE]  # finding: QK501


class Flag(str, enum.Enum):
    DEBUG = "ENUM_DEBUG"
    TRACE = "ENUM_TRACE"
    FINE = "DOCUMENTED"


A = os.environ[URL_VARIABLE]  # finding: QK501
B = os.environ[FINE_VARIABLE]
C = os.environ[PREFIX + "PLUS"]  # finding: QK501
D = os.environ[f"{PREFIX}FORMATTED"]  # finding: QK501
E = os.environ[PREFIX + "DOCUMENTED"]
F = os.environ["GLUED" "_TOGETHER"]  # finding: QK501
G = os.getenv(Flag.DEBUG)  # finding: QK501
H = os.getenv(Flag.TRACE.value)  # finding: QK501
I = os.getenv(Flag.FINE.value)
J = os.getenv("CHOSEN_A" if A else "CHOSEN_B")  # finding: QK501, QK501
K = {name: os.environ[name] for name in NAMES}  # finding: QK501, QK501
L = [os.getenv(name, default) for name, default in SPECS]  # finding: QK501, QK501
M = {key: os.environ.get(name) for key, name in BY_PROVIDER.items()}  # finding: QK501, QK501
N = [os.environ.get(name) for name in ["IN_LIST"]]  # finding: QK501
O = all(name in os.environ for name in {"IN_SET"})  # finding: QK501
P = os.environ[BY_PROVIDER["openai"]]
Q = os.environ["lower_made_upper".upper()]  # finding: QK501
R = list(map(os.environ.get, ("MAPPED", "DOCUMENTED")))  # finding: QK501

for name in ("LOOPED", "DOCUMENTED"):
    os.environ[name]  # finding: QK501
for key in DEFAULTS:
    os.environ.get(key)  # finding: QK501
for index, name in enumerate(["COUNTED"]):
    os.environ.get(name)  # finding: QK501
for part in ("HOST", "PORT"):
    os.environ.get(f"DB_{part}")  # finding: QK501, QK501
for spec in (("ITEM_ZERO", 1), ("DOCUMENTED", 2)):
    os.environ.get(spec[0])  # finding: QK501


def local():
    variable = "LOCAL_CONSTANT"
    missing = [each for each in "SPLIT_ONE SPLIT_TWO".split() if each not in os.environ]  # finding: QK501, QK501
    return os.environ[variable], missing  # finding: QK501


def given(variable="DEFAULT_NAME"):
    return os.environ[variable]  # finding: QK501
