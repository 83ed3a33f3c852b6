import os

A = os.environ["A"]
B = os.environ["B"]
