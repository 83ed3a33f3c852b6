import os

value = os.environ["SHOP_KEY"]  # finding: QK503
