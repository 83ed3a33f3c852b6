# path: app/render/run.py
import os
import subprocess


def render(name: str) -> None:
    subprocess.run(["render"], env={**os.environ, "MODE": "fast"})
    subprocess.run(["render"], env=os.environ.copy())
    os.environ["MODE"] = "fast"
    os.environ.setdefault("LEVEL", "3")
    os.environ.pop("LEVEL", None)
    del os.environ["MODE"]
    computed = os.getenv(name)
    for key in os.environ:
        show(key)


def for_a_while() -> None:
    before = os.environ.get("MODE")
    os.environ["MODE"] = "slow"
    restore(before)


def platform() -> str:
    return os.environ["HOME"] + os.getenv("CI", "") + os.getenv("KUBERNETES_SERVICE_HOST", "")


class MailConfig:
    def __init__(self) -> None:
        self.host = os.environ["SMTP_HOST"]


if __name__ == "__main__":
    render(os.environ["RENDER_NAME"])
