# options: {"functions": ["rich.print", "app.debugging.print_state", "pprint.pp", "breakpoint_print"]}
from pprint import pp, pprint

import rich
from rich import print as show

from app import debugging
from app.debugging import print_state
from .debugging import print_state as state
from .other import print_state as other_state

rich.print("x")  # finding: QK401
show("x")  # finding: QK401
debugging.print_state()  # finding: QK401
print_state()  # finding: QK401
state()  # finding: QK401
pp({})  # finding: QK401
other_state()
pprint({})
print("x")
