import os

from app.names import PASSED_ON, Variables
from app.names import variables
from app.names.variables import BROKER, DATABASE, FINE, KEYS, REQUIRED, Flags
from app.names.variables import PREFIX as SHOP
from .names.starred import *

A = os.environ[DATABASE]  # finding: QK501
B = os.environ[FINE]
C = os.environ[variables.DATABASE + "_TEST"]  # finding: QK501
D = os.environ[PASSED_ON]  # finding: QK501
E = os.environ[Variables.TOKEN]  # finding: QK501
F = os.environ[Variables.FINE]
G = os.environ[Flags.DEBUG.value]  # finding: QK501
H = os.environ[f"{SHOP}URL"]  # finding: QK501
I = [os.environ[name] for name in REQUIRED]  # finding: QK501
J = os.environ[BROKER]  # finding: QK501
K = [os.environ[name] for name in KEYS.values()]  # finding: QK501
L = os.environ[STARRED]  # finding: QK501
M = [os.environ[flag.value] for flag in Flags]
