# path: app/pay.py
import json
import os

stripe = json.loads(os.environ["STRIPE_CONFIG"])  # finding: QK503
database = os.environ["DB_CONFIG"]
