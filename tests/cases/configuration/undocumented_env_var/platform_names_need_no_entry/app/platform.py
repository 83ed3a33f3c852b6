import os

from pydantic_settings import BaseSettings

A = os.environ["HOME"], os.environ["PATH"], os.getenv("CI"), os.getenv("TZ"), os.getenv("LC_ALL")
B = os.getenv("PYTHONPATH"), os.getenv("KUBERNETES_SERVICE_HOST"), os.getenv("AWS_LAMBDA_FUNCTION_NAME")
C = os.getenv("GITHUB_SHA"), os.getenv("XDG_CONFIG_HOME"), os.getenv("HTTPS_PROXY"), os.getenv("https_proxy")
D = os.getenv("K_SERVICE"), os.getenv("DYNO"), os.getenv("VIRTUAL_ENV"), os.getenv("PYTEST_CURRENT_TEST")
E = os.environ["GITHUB_TOKEN"]  # finding: QK501
F = os.environ["PORT"]  # finding: QK501
G = os.environ["AWS_ACCESS_KEY_ID"]  # finding: QK501
H = os.environ["MY_PATH"]  # finding: QK501
I = os.environ["HOMEPAGE"]  # finding: QK501


class Settings(BaseSettings):
    home: str
    homepage_url: str  # finding: QK501
