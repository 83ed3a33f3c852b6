# path: app/services/users.py
# options: {"max-lines": 3}
x = 1
y = 2  # finding: QK601