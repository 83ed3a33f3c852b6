# path: app/testing.py
import os

url = os.environ.get("SHOP_TEST_DB", "sqlite://")
