class NumberValidator:
    def validate(self, value):
        return value.isdigit()
