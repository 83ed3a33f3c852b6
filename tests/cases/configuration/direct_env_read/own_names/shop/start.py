import os

env = os.environ.copy()
env["API_KEY"] = key
env["PY_WORKERS"] = "3"
env["DB_URL"] = url
env["SESSION_KEY"] = key
env["BAKERY_JOB"] = job
env["SRC_JOB"] = job
