import builtins
import builtins as b
import pprint
import pprint as pretty
from builtins import print as say
from builtins import print as _print
from pprint import pp
from pprint import pp as short
from pprint import pprint as show
from pprint import pformat, pformat as shown, saferepr

builtins.print("x")  # finding: QK401
b.print("x")  # finding: QK401
__builtins__.print("x")  # finding: QK401
say("x")  # finding: QK401
_print("x")  # finding: QK401
pprint.pprint({})  # finding: QK401
pprint.pp({})  # finding: QK401
pretty.pprint({})  # finding: QK401
pretty.pp({})  # finding: QK401
pp({})  # finding: QK401
short({})  # finding: QK401
show({})  # finding: QK401

text = pprint.pformat({})
text = pretty.pformat({})
text = pformat({})
text = shown({})
text = saferepr({})
builtins.len([])
b.repr([])
pprint.isreadable({})
