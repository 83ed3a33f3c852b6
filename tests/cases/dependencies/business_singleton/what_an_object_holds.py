# path: app/servers.py
class ServerHandler:
    def __getitem__(self, name): ...


class CRUDBase:
    def __class_getitem__(cls, kind): ...


settings = ServerHandler({})["default"]
first = ServerHandler({})["default"].copy()
handler = ServerHandler({})  # finding: QK201
users = CRUDBase[int](int)  # finding: QK201
