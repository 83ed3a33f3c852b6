import os as _os
import os.path
from os import environ, getenv
from os import environ as env
from os import getenv as read_variable

A = _os.environ["A1"]  # finding: QK501
B = _os.getenv("B1")  # finding: QK501
C = os.getenv("C1")  # finding: QK501
D = environ["D1"]  # finding: QK501
E = getenv("E1")  # finding: QK501
F = env.get("F1")  # finding: QK501
G = read_variable("G1")  # finding: QK501

variables = _os.environ
lookup = _os.environ.get
getter = _os.getenv
again = variables
H = variables["H1"]  # finding: QK501
I = lookup("I1")  # finding: QK501
J = getter("J1")  # finding: QK501
K = again["K1"]  # finding: QK501


def given(mapping=environ):
    return mapping["L1"]  # finding: QK501


def chosen(mapping=None):
    mapping = mapping or _os.environ
    other = _os.environ if mapping is None else mapping
    return mapping["M1"], other.get("N1")  # finding: QK501, QK501


class Holder:
    def __init__(self, values=None):
        self.values = values if values is not None else environ

    def read(self):
        return self.values["O1"]  # finding: QK501


def imported_late():
    import os as late

    return late.environ["P1"]  # finding: QK501


def conditional():
    if (found := getenv("Q1")) is not None:  # finding: QK501
        return found
    return [value for value in (getenv("R1"), env.get("DOCUMENTED"))]  # finding: QK501
