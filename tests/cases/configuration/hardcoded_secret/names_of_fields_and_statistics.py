# path: app/send.py
FIELDS = {"SHOP_USER": "user", "SHOP_PWD": "password", "SHOP_PASSPHRASE": "passwd"}
HOST = {"host": "db", "db_pwd": "kh37Qd"}  # finding: QK504
DATABASE_URL = "postgresql://shop:POSTGRES_PASSWORD@db/shop"
OTHER_URL = "postgresql://shop:POSTGRES@db/shop"  # finding: QK504
NUMBERED_URL = "postgresql://shop:PASSWORD7@db/shop"  # finding: QK504
MIXPANEL_TOKEN = "5ee83d940754d63cacbf7d34daa6f44a"
MIXTURE_TOKEN = "5ee83d940754d63cacbf7d34daa6f44a"  # finding: QK504
analytics = Client(api_key="KwnbpKJNe6gOjC2X5ilxafFv")  # finding: QK504
AMPLITUDE_PASSWORD = "kh37Qd"  # finding: QK504


class Settings(BaseSettings):
    ldap_password: str = "password"  # finding: QK504
