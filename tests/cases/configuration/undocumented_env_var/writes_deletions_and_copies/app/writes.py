import os
import subprocess
from unittest import mock

os.environ["WRITTEN"] = "1"
os.environ["WRITTEN_TOO"], other = "1", "2"
os.environ["EXTENDED"] += ":/opt"
del os.environ["DELETED"]
os.environ.pop("POPPED_AWAY", None)
os.environ.update({"UPDATED": "1"}, ALSO_UPDATED="2")
os.environ |= {"MERGED": "1"}
os.putenv("PUT", "1")
os.unsetenv("UNSET")
copy = dict(os.environ)
copied = os.environ.copy()
copied["IN_COPY"] = "1"
merged = {**os.environ, "ADDED": "1"}
union = os.environ | {"ADDED_TOO": "1"}
subprocess.run(["true"], env=os.environ, check=True)
subprocess.run(["true"], env={**os.environ, "CHILD": "1"}, check=True)
for name, value in os.environ.items():
    other = name + value
for name in os.environ:
    other = name
with mock.patch.dict(os.environ, {"PATCHED": "1"}):
    other = len(os.environ)
for os.environ["LOOPED"] in ("1", "2"):
    pass

popped = os.environ.pop("POPPED_FOR_USE")  # finding: QK501
child = {"CHILD_URL": os.environ["CHILD_URL"]}  # finding: QK501
os.environ["FROM"] = os.environ["OTHER"]  # finding: QK501
