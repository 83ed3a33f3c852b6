# options: {"entry-points": false}
print("x")  # finding: QK401
