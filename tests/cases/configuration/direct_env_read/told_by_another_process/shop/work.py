import os

directory = os.environ["SHOP_JOB_DIR"]
limit = int(os.environ["SHOP_LIMIT"])
name, mode = os.getenv("SHOP_NAME"), os.getenv("SHOP_MODE")
