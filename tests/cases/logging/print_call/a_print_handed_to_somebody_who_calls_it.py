import builtins
import functools
import sys
from pprint import pprint as show

rows = [1, 2]
list(map(print, rows))  # finding: QK401
list(map(builtins.print, rows))  # finding: QK401
list(map(show, rows))  # finding: QK401
rows.sort(key=print)  # finding: QK401
say = functools.partial(print, "x")  # finding: QK401
warn = functools.partial(print, file=sys.stderr)  # finding: QK401
write = functools.partial(print, file=open("x"))


def each(print: object) -> None:
    list(map(print, rows))


list(map(str, rows))
dict(print=print)
dict(functions={"print": print})
