import os

HOME = os.environ["HOME"]
CI = os.getenv("CI")
