import os
import subprocess


def start():
    variables = {"APP_OPTS": os.environ.get("APP_OPTS", "-x"), "APP_HOME": os.environ["APP_PLACE"]}  # finding: QK503
    subprocess.run(["app"], env=variables)
