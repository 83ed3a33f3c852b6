# path: app/start.py
import os
import subprocess

env = {"LANG": "C"}
env["SHOP_COUNT"] = str(count(os.environ["SHOP_COUNT"]))  # finding: QK503
env["SHOP_URL"] = connect()
app.config["SHOP_URL"] = os.environ["SHOP_URL"]
subprocess.run(["shop"], env=env)
