# path: app/serve.py
import os

port = int(os.environ["SERVER_PORT"])  # finding: QK503
host = os.getenv("HTTP_HOST", "localhost")
