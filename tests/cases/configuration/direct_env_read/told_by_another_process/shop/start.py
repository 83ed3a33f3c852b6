import os
import subprocess

LIMIT = "SHOP_LIMIT"


def start(job: Job, limit: int) -> None:
    env = os.environ.copy()
    env["SHOP_JOB_DIR"] = job.path
    env[LIMIT] = str(limit)
    env["SHOP_KEY"] = os.environ["SHOP_KEY"]
    env["MAIL_KEY"] = job.key
    child_env = {**os.environ, "SHOP_NAME": job.name}
    subprocess.run(["work"], env={"SHOP_MODE": "fast", **child_env})
    options["SHOP_OTHER"] = job.name
