from django.apps import AppConfig


class ShopConfig(AppConfig):
    def ready(self):
        from app import signals
