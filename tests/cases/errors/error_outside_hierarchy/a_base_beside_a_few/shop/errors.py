class ShopError(Exception): ...


class Missing(Exception): ...  # finding: QK706


class Refused(Exception): ...  # finding: QK706


class ReadingStopped(Exception): ...
