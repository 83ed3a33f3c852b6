# path: app/telemetry/send.py
TOKEN = "5ee83d940754d63cacbf7d34daa6f44a"
PASSWORD = "kh37Qd"  # finding: QK504
OPENAI_KEY = "sk-proj-a8Zk31mQw90xLtYv5RbN2cJh7"  # finding: QK504
