import os

A = os.environ["PLAIN"]
B = os.environ["SPACED"]
C = os.environ["EMPTY"]
D = os.environ["EXPORTED"]
E = os.environ["COMMENTED"]
F = os.environ["COMMENTED_TIGHT"]
G = os.environ["COMMENTED_TWICE"]
H = os.environ["COMMENTED_EXPORT"]
I = os.environ["INDENTED"]
J = os.environ["QUOTED"]
K = os.environ["LINES"]
L = os.environ["AFTER_LINES"]
M = os.environ["NO_VALUE"]
N = os.environ["QUOTED_KEY"]
O = os.environ["BROKEN"]
P = os.environ["AFTER_BROKEN"]
Q = os.environ["IN_SAMPLE"]
R = os.environ["IN_TEMPLATE"]
S = os.environ["IN_STAGE"]
T = os.environ["PROSE_ONLY"]  # finding: QK501
U = os.environ["PROSE_VALUE"]  # finding: QK501
V = os.environ["NOT_AN_ENTRY"]  # finding: QK501
W = os.environ["IN_REAL_ENV"]  # finding: QK501
X = os.environ["IN_DOCS"]  # finding: QK501
Y = os.environ["plain"]  # finding: QK501
