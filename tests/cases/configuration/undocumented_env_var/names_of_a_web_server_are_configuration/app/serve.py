import os

A = os.environ["SERVER_PORT"]  # finding: QK501
B = os.environ["HTTP_HOST"]  # finding: QK501
C = os.environ["REQUEST_METHOD"]
