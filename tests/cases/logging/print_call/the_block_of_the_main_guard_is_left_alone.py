import sys


def main() -> None:
    print("x")


if __name__ == "__main__":
    print("x")
    if len(sys.argv) > 1:
        print("x")
    for argument in sys.argv:
        print(argument)

    def inner() -> None:
        print("x")

    main()
else:
    print("x")  # finding: QK401

if "__main__" == __name__:
    print("x")

if __name__ == '__main__': print("x")

if __name__ == "__main__" and sys.argv:
    print("x")

if sys.argv and __name__ == "__main__":
    print("x")

if __name__ == "__main__" or sys.argv:
    print("x")  # finding: QK401

if __name__ != "__main__":
    print("x")  # finding: QK401
else:
    print("x")

if __name__ == "app.module":
    print("x")  # finding: QK401

if sys.argv:
    print("x")  # finding: QK401
elif __name__ == "__main__":
    print("x")

if __name__ == "__main__" and print("x"):  # finding: QK401
    pass

name = "__main__"
if name == "__main__":
    print("x")  # finding: QK401

if __name__ != "__main__" and sys.argv:
    print("x")  # finding: QK401
else:
    print("x")  # finding: QK401
