import os

URL = os.environ["REPEATED"]  # finding: QK501
AGAIN = os.environ["REPEATED"]
FIELD = os.environ["DATABASE_URL"]
