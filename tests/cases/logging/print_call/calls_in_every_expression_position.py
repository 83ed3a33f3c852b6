import asyncio

print("statement")  # finding: QK401
value = print("assigned")  # finding: QK401
first = second = print("chained")  # finding: QK401
annotated: None = print("annotated")  # finding: QK401
pair = (1, print("in a tuple"))  # finding: QK401
rows = [print("in a list")]  # finding: QK401
table = {"a": print("as a value"), print("as a key"): 1}  # finding: QK401, QK401
unique = {print("in a set")}  # finding: QK401
either = print("if") if value else print("else")  # finding: QK401, QK401
value and print("and")  # finding: QK401
value or print("or")  # finding: QK401
not print("not")  # finding: QK401
(print("in parentheses"))  # finding: QK401
listed = [print(row) for row in rows]  # finding: QK401
lazy = (row for row in rows if print(row))  # finding: QK401
mapped = {row: print(row) for row in rows}  # finding: QK401
on_error = lambda error: print(error)  # finding: QK401
text = f"{print('in an f-string')}"  # finding: QK401
width = f"{text:{print('in a format')}}"  # finding: QK401
sliced = rows[print("as an index") : print("as a bound")]  # finding: QK401, QK401
total = 1 + print("in arithmetic")  # finding: QK401
total += print("in an augmented assignment")  # finding: QK401
same = print("compared") is None  # finding: QK401
len(print("as an argument"))  # finding: QK401
dict(a=print("as a keyword argument"))  # finding: QK401
dict(*print("starred"), **print("twice starred"))  # finding: QK401, QK401
print(print("in itself"))  # finding: QK401, QK401
print("attribute of the result").real  # finding: QK401
print("one"), print("two")  # finding: QK401, QK401
print("one"); print("two")  # finding: QK401, QK401
assert print("asserted"), print("message")  # finding: QK401, QK401
if seen := print("walrus"):  # finding: QK401
    del rows[print("deleted")]  # finding: QK401

while print("while"):  # finding: QK401
    raise ValueError(print("raised")) from print("cause")  # finding: QK401, QK401

for row in print("iterated"):  # finding: QK401
    pass
else:
    print("else of a loop")  # finding: QK401

with print("context") as context:  # finding: QK401
    pass

try:
    pass
except print("caught"):  # finding: QK401
    print("handler")  # finding: QK401
finally:
    print("finally")  # finding: QK401

match print("subject"):  # finding: QK401
    case 1 if print("guard"):  # finding: QK401
        print("case")  # finding: QK401


@print("decorator")  # finding: QK401
def function(limit: int = print("default")) -> int:  # finding: QK401
    return print("returned")  # finding: QK401


class Users(dict, metaclass=print("metaclass")):  # finding: QK401
    size = print("class body")  # finding: QK401

    def load(self) -> None:
        print("method")  # finding: QK401


async def stream() -> None:
    await asyncio.to_thread(print("awaited"))  # finding: QK401
    yield print("yielded")  # finding: QK401


def one_line() -> None: print("one line")  # finding: QK401


print(  # finding: QK401
    "over",
    "lines",
)
