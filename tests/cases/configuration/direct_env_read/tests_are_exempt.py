# path: tests/test_mail.py
import os

HOST = os.environ["SMTP_HOST"]
