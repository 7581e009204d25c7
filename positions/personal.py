"""What positions keep about people: nothing but who in the office wrote, reviewed and published them."""

NOT_PERSONAL = {"Position": "*"}
