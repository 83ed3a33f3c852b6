# path: app/cli.py
# options: {"exempt": ["tests"]}
print("x")  # finding: QK401
