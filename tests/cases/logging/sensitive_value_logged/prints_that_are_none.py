from app.console import show as print_to


def save(password: str, target: TextIO) -> None:
    print(password, file=target)
    print_to(password)
    target.print(password)


if __name__ == "__main__":
    print(make_password())


def print_invitation(email: str) -> None:
    print(f"invited: {email}")


def invite(email: str) -> None:
    print(f"invited: {email}")  # finding: QK403
