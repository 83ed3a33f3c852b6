print("x")  # finding: QK401
