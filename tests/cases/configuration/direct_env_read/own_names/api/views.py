import os

key = os.environ["API_KEY"]  # finding: QK503
