URL = "postgresql://shop:ПАРОЛЬ@db/shop"  # finding: QK504
OTHER = "postgresql://shop:DB_PASSWORD@db/shop"
