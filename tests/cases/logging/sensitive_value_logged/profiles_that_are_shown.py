# path: shop/services/profiles.py


def show_profile(token):
    print("token", token)  # finding: QK403


def print_profile(token):
    print("token", token)
