# path: app/services/forms.py
import os
from typing import Final

from app.services.users import UserService, OrderService, PaymentGateway

DEBUG = bool(os.environ)

plain = UserService()  # finding: QK201
annotated: UserService = UserService()  # finding: QK201
final: Final = UserService()  # finding: QK201
first = second = UserService()  # finding: QK201
left, right = UserService(), OrderService()  # finding: QK201, QK201
[boxed, (nested, _)] = [UserService(), (1, OrderService())]  # finding: QK201, QK201
head, *middle, last = UserService(), 1, 2, OrderService()  # finding: QK201, QK201
assigned = (walrus := UserService())  # finding: QK201
print(walrus_in_a_call := OrderService())  # finding: QK201
ternary = UserService() if DEBUG else None  # finding: QK201
other_branch = None if DEBUG else UserService()  # finding: QK201
both = UserService() if DEBUG else OrderService()  # finding: QK201
fallback = plain or UserService()  # finding: QK201
chosen = DEBUG and UserService()  # finding: QK201
parenthesised = (UserService())  # finding: QK201
several_lines = UserService(  # finding: QK201
    plain,
)
USER_SERVICE = UserService()  # finding: QK201
a = 1; b = UserService()  # finding: QK201

if DEBUG:
    in_if = UserService()  # finding: QK201
elif plain:
    in_elif = UserService()  # finding: QK201
else:
    in_else = UserService()  # finding: QK201

if DEBUG: on_one_line = UserService()  # finding: QK201

try:
    in_try = UserService()  # finding: QK201
except ValueError:
    in_except = UserService()  # finding: QK201
else:
    in_try_else = UserService()  # finding: QK201
finally:
    in_finally = UserService()  # finding: QK201

with open("x") as file:
    in_with = PaymentGateway(file)  # finding: QK201

for _ in range(1):
    in_for = UserService()  # finding: QK201
else:
    in_for_else = UserService()  # finding: QK201

while DEBUG:
    in_while = UserService()  # finding: QK201

match DEBUG:
    case True:
        in_match = UserService()  # finding: QK201

if (in_a_test := UserService()):  # finding: QK201
    pass

declared_only: UserService
plain += UserService()
plain.helper = UserService()
registry = {}
registry["users"] = UserService()
services = {"users": UserService()}
handlers = [UserService(), OrderService()]
x, y = handlers
x, y = handlers, 1
UserService()
