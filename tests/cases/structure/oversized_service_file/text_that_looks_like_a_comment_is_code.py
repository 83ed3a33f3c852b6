# path: app/services/prompts.py
# options: {"max-lines": 3, "count": "code"}
PROMPT = """
# Task

# Answer
"""  # finding: QK601
