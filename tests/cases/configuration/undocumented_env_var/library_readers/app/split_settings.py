from .django_environ import *

A = env("STARRED_A")  # finding: QK501
B = env("DOCUMENTED")
