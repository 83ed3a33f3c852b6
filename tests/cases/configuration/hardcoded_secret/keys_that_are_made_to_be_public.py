STRIPE_API_KEY = "pk_live_9f8e7d6c5b4a3210ffee"
POSTHOG_API_KEY = "phc_9f8e7d6c5b4a3210ffee"
MAP_ACCESS_TOKEN = "pk.eyJ1IjoicmF0ZXMiLCJhIjoiY2s5In0.9f8e7d6c5b4a3210ffee"
RATES_API_KEY = "phx_9f8e7d6c5b4a3210ffee"  # finding: QK504
SECRET_KEY = "sk_live_9f8e7d6c5b4a3210ffee"  # finding: QK504
STORE_API_KEY = "rk_9f8e7d6c5b4a_pk_live_10ffee"  # finding: QK504
