# path: app/services/storage/s3/client.py
# options: {"max-lines": 3}
def get(key):
    return key  # finding: QK601
