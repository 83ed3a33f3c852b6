connect(passwd="password")  # finding: QK504
DB_PWD = "password"  # finding: QK504
LOGIN = {"db_user": "shop", "db_pwd": "password"}  # finding: QK504
ONLY = {"db_pwd": "password"}  # finding: QK504
FIELDS = {"SHOP_USER": "user", "SHOP_PWD": "password", "SHOP_HOST": "db_host"}
