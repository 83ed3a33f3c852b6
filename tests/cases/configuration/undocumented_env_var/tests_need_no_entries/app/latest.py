import os

URL = os.environ["IN_THE_APP"]  # finding: QK501
