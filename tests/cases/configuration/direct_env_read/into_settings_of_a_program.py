# path: app/factory.py
import os

app.config["SHOP_SECRET"] = os.environ["SHOP_SECRET"]  # finding: QK503
settings["SHOP_URL"] = os.getenv("SHOP_URL")
