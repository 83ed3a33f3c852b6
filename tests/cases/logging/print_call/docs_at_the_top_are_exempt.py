# path: docs/conf.py
print("building")
