"""No package file."""  # finding: QK611, QK611, QK611
