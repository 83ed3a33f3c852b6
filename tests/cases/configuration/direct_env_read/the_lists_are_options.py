# path: app/wiring/mail.py
# options: {"settings-modules": ["knobs"], "platform-names": [], "other-names": ["SMTP_*"], "program-libraries": []}
import argparse
import os

parser = argparse.ArgumentParser()
host = os.environ["SMTP_HOST"]
home = os.environ["HOME"]  # finding: QK503
