import os

job = os.environ["SRC_JOB"]  # finding: QK503
