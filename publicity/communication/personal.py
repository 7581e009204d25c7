"""What public communications keep about people: nothing but who in the office wrote and reviewed them."""

NOT_PERSONAL = {"Item": "*"}
