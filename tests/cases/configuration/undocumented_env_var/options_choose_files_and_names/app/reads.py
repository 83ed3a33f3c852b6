# options: {"example-files": [".env.dist"], "platform-names": ["RACK_*"], "other-names": ["LEGACY", "OLD_?"]}
import os

A = os.environ["IN_DIST"]
B = os.environ["IN_EXAMPLE"]  # finding: QK501
C = os.environ["RACK_ID"]
D = os.environ["HOME"]  # finding: QK501
E = os.environ["LEGACY"], os.environ["OLD_A"]
F = os.environ["OLD_AB"]  # finding: QK501
