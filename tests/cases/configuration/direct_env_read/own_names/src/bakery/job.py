import os

job = os.environ["BAKERY_JOB"]
