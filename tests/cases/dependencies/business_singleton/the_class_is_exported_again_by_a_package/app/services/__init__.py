from . import orders
from .helpers import *
from .users import UserModel as UserClient
from .users import UserService as Users
