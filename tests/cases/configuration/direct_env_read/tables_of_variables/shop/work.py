import os

mode, depth, job = os.getenv("SHOP_MODE"), os.getenv("SHOP_DEPTH"), os.getenv("SHOP_JOB")
