# finding: QK611
# options: {"forbidden": ["tests/test_*.py -> tests_<name>/", "models.py", "app/helpers/ -> utils/", "*.sql -> app/db/"]}
