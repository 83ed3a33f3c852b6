# path: app/config/mail.py
import os

SMTP_HOST = os.environ["SMTP_HOST"]
