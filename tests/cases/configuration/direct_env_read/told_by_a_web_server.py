# path: app/gateway.py
import os

if os.environ["REQUEST_METHOD"] == "POST":
    answer(os.environ["SERVER_PORT"], os.environ.get("HTTP_X_KEY"))
