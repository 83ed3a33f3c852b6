# path: docs/source/conf.py
#html_theme_path = []

# if DEBUG:
#     html_theme = "plain"
