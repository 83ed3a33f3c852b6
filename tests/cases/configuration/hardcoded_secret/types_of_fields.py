FIELDS = {"server": "string", "client_secret": "password", "api_key": "password"}
ACCOUNT = {"server": "db", "password": "admin"}  # finding: QK504
ZULIP_API_KEY = "0123456789abcdef0123456789abcdef"
CODE_API_KEY = "1234561234567abcdef"
DEFAULT_SECRET_KEY = "secret-key-missing!"
RATES = {"reset_password": "20/m/ip,5/m/key"}
FORM = {"placeholders": {"login": "account", "password": "secret"}, "relabeling": {"password": "Secret"}}
VISIBLE = {"sms_ovh_application_secret": "provider=ovh"}
PATTERN = re.compile(r"https://[^:]+:[^@]+@rates.io/.+")
path = config.get("password", "forbidden", default=None)
demo_key = "AKIAQ7ZKVTRWPMHSD7Q2"  # finding: QK504
SSL_TEST_KEY: str = "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQDabc"
print("A connection string is needed, as postgresql://rates:PASSWORD@localhost/rates")
connect("postgresql://rates:PASSWORD@localhost/rates")


if __name__ == "__main__":
    module = open_module({"slot": "2", "password": "12345678"})
    module.log_in(password="kh37Qd!")  # finding: QK504
