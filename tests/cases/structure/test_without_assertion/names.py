# path: tests/test_names.py
# options: {"proving-names": ["prove"]}
def test_proved(prove):
    prove.it()


def test_called(tool):
    tool.prove(1)


def test_read(tool):  # finding: QK623
    tool.run()
