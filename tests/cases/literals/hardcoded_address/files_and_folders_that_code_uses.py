import os
import shutil
from pathlib import Path

import docker


def use(name: str, job: Job) -> dict[str, str]:
    open("/var/rates/1")  # finding: QK302
    Path("/var/rates/2").mkdir()  # finding: QK302
    (Path("/var/rates/3") / name).write_text(name)  # finding: QK302
    shutil.copy(name, "/var/rates/4")  # finding: QK302
    with open(os.path.join("/var/rates/5", name)) as file:  # finding: QK302
        job.run(file)
    folder = Path("/var/rates/6")  # finding: QK302
    target = folder / name
    target.unlink()
    logging.FileHandler(filename="/var/rates/7")  # finding: QK302
    config = {"handlers": {"file": {"filename": "/var/rates/8"}}}  # finding: QK302
    upload_dir = "/var/rates/9"  # finding: QK302
    Cache(cache_dir="/tmp/rates")  # finding: QK302
    job.run(["cp", name, "/mnt/out/a"], env={"CA": "/etc/rates/ca"})
    job.output(Parameter("b").value_from({"path": "/mnt/out/b"}))
    command = f"ADD {name} " + "/tmp/c"
    return {"secret": "/etc/rates/secret", "command": command, "dir": upload_dir, "config": config}


class Gentoo(Parser):
    def __init__(self) -> None:
        self.config_file = "/etc/conf.d/apache2"
        self.cache = Path("/var/rates/cache")  # finding: QK302

    def clear(self) -> None:
        shutil.rmtree(self.cache)
