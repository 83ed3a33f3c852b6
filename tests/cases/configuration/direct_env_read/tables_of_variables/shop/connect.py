import os

url = os.environ["SHOP_DB_URL"]  # finding: QK503
