import os

step, stage = os.environ["SHOP_STEP"], os.environ["SHOP_STAGE"]
option = os.environ["SHOP_OPTION"]  # finding: QK503
