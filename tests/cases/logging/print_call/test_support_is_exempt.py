# path: app/testing/server.py
print("x")
