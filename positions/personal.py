"""What positions keep about people: nothing but who in the office wrote, reviewed, corrected and published them."""

NOT_PERSONAL = {"Position": "*", "Refusal": "*", "Correction": "*"}
