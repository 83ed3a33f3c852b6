class ShopError(Exception): ...


class Missing(Exception): ...  # finding: QK706
