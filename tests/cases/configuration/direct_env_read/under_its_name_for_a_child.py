# path: app/start.py
import os
import subprocess

env = {"SHOP_HOME": os.getenv("SHOP_HOME") or "/srv"}
env["SHOP_KEY"] = os.environ["SHOP_KEY"]
env["SHOP_MODE"] = os.getenv("SHOP_MODE", "fast") if env else "slow"
env["SHOP_URL"] = connect()
subprocess.run(["shop"], env=env)
