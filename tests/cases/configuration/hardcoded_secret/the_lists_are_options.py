# options: {"placeholders": ["^quiet"], "public-keys": ["^open_"], "harmless-names": ["house"], "text-names": []}
API_KEY = "quiet-9f8e7d6c5b4a3210ffee"
HOUSE_API_KEY = "9f8e7d6c5b4a3210ffee"
SHOP_API_KEY = "your-9f8e7d6c5b4a3210ffee"  # finding: QK504
RATES_API_KEY = "open_9f8e7d6c5b4a3210ffee"
STRIPE_API_KEY = "pk_live_9f8e7d6c5b4a3210ffee"  # finding: QK504
HASHED_PASSWORD = "kh37Qd99"  # finding: QK504
show(description="AKIA0123456789ABCDEF")  # finding: QK504
