"""Set DOCSTRING_URL to where the rates are."""

import os
import subprocess

from .library import Loader, load

URL = os.environ["URL"]
NAMES = {"url": "LISTED_URL"}
loaded = load("LOADED_URL")
subprocess.run("curl $SHELL_URL ${OTHER_URL}", shell=True)


class AppConfig(Loader):
    cache_url: str
