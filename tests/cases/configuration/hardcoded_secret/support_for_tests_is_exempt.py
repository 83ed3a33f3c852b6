# path: shop/testing/keys.py
API_KEY = "9f8e7d6c5b4a3210ffee"
