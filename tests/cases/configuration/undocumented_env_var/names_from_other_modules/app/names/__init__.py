from .variables import PASSED_ON, Variables
