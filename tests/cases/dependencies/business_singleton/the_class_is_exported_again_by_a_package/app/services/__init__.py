from .users import UserService as Users
from .users import UserModel as UserClient
from .helpers import *
from . import orders
