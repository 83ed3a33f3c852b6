MODELS = 1  # finding: QK611
