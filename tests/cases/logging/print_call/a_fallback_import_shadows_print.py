try:
    from rich import print
except ImportError:
    pass

print("x")
