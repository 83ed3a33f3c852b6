class ShopError(Exception):
    def __init__(self, message, code="SHOP", details=None):
        super().__init__(message)
        self.code = code
        self.details = details


class NotFound(ShopError): ...


class UnknownCode(ShopError, ValueError): ...


class Slow(UserWarning): ...
