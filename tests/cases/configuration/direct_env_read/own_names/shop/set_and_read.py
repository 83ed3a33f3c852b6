import os

env = {**os.environ, "MAIL_MODE": "fast", "SHOP_MODE": "fast"}
mode = os.environ["MAIL_MODE"]  # finding: QK503
own = os.environ["SHOP_MODE"]
