import os

queue, limit = os.environ["SHOP_QUEUE"], os.environ["SHOP_LIMIT"]  # finding: QK503
