# options: {"example-words": ["sample"]}
def load(path):
    # A sample of what comes in.
    # line = path.read_text("x")
    # For instance what is no word here.

    # path.unlink()  # finding: QK622
    return path
