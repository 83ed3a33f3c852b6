def run(x):  # finding: QK613
    return x + 1
