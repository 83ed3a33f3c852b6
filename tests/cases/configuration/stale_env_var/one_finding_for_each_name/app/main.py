import os

URL = os.environ["URL"]
TEXT = os.environ["TEXT"]
