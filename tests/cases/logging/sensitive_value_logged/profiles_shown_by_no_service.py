# path: shop/profiles.py


def show_profile(token):
    print("token", token)
