import os

URL = os.getenv("REPEATED", "x")
