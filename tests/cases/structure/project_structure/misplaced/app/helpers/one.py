ONE = 1  # finding: QK611
