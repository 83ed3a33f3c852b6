import os

url, key = os.environ["DB_URL"], os.environ["SESSION_KEY"]  # finding: QK503
