# path: app/pay.py
import os

text = open(os.environ["SHOP_CONFIG"]).read()
path = os.getenv("SHOP_SETTINGS_PATH")
proxy = os.getenv("https_proxy"), os.getenv("prometheus_multiproc_dir")
