# path: app/infrastructure.py
class AppSettings: ...


class AuditLogger: ...


class RedisLock: ...


class RequestMetrics: ...


class ServiceContainer: ...


class AuthMiddleware: ...


class ClientConfig: ...


class SettingsManager: ...


settings_provider = AppSettings()
log_handler = AuditLogger()
lock_manager = RedisLock()
metrics_client = RequestMetrics()
service_registry = ServiceContainer()
auth_handler = AuthMiddleware()
default_client = ClientConfig()
settings = SettingsManager()  # finding: QK201
