from app.environment import unknown_env
from app.other import get_setting
from somewhere import get_env

A = unknown_env("NOT_DEFINED")
B = get_setting("NOT_A_VARIABLE")
C = get_env("THIRD_PARTY")
