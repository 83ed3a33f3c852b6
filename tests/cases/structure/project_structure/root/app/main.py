# options: {"required": ["app/main.py", "docs/ | documentation/", "README.md | README.rst", "tests/unit/", "tests/*/test_*.py", "alembic/ | app/migrations/"]}
