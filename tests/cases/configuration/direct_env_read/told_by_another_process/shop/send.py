import os

key = os.environ["MAIL_KEY"]  # finding: QK503
