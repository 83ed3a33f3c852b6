import os

workers = os.environ["PY_WORKERS"]  # finding: QK503
