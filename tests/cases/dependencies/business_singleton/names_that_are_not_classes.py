# path: app/functions.py
from importlib import import_module


def UserService(): ...


Manager = import_module("x").Manager
for Handler in ():
    pass
with open("x") as Store:
    pass

user_service = UserService()
user_manager = Manager()
handler = Handler()
store = Store()
