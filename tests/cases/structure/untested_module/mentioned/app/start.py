from django.apps import AppConfig as BaseAppConfig


class ShopConfig(BaseAppConfig):
    def ready(self):
        from app import signals
