# path: app/aliases.py
import app.services.users as users
import app.services.users
from app.services import users as user_module
from app.services.users import Person as PersonService
from app.services.users import UserService as Users

Alias = Users
AliasOfAlias = Alias

a = Users()  # finding: QK201
b = users.UserService()  # finding: QK201
c = app.services.users.UserService()  # finding: QK201
d = user_module.UserService()  # finding: QK201
e = Alias()  # finding: QK201
f = AliasOfAlias[int]()  # finding: QK201
g = PersonService()
