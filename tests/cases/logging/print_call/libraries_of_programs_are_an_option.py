# options: {"program-libraries": ["cyclopts"]}
import cyclopts

app = cyclopts.App()


@app.command
def load(path: str) -> None:
    print(path)
