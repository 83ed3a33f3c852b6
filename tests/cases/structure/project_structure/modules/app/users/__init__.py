"""Users."""  # finding: QK611, QK611, QK611
