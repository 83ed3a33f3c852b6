import os

URL = os.environ["ONLY_IN_CONFTEST"]
