import os

URL = os.environ["IN_A_SCRIPT"]  # finding: QK501
