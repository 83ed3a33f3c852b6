# path: app/words.py
# options: {"class-suffixes": ["Table"], "class-prefixes": ["Svc"], "target-names": ["users"], "values": ["app.words.Plain"], "infrastructure": ["Old*"], "infrastructure-bases": ["framework.*"]}
from framework import Base


class UserTable: ...
class SvcUser: ...
class UserService: ...
class OldTable: ...
class MiddleTable(Base): ...


a = UserTable()  # finding: QK201
b = SvcUser()  # finding: QK201
all_users = UserService()  # finding: QK201
user_service = UserService()
c = OldTable()
d = MiddleTable()
