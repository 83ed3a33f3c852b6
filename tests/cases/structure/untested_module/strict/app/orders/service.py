# options: {"imports": false, "test-patterns": ["{dir}/tests_{package}/test_{file}.py"]}
def run(x):
    return x + 1
