import os

value = os.environ["SHOP_OTHER"]  # finding: QK503
