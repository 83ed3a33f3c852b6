def test_one(): ...  # finding: QK611
