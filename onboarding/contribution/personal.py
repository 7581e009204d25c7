"""What measurements keep about people: nothing; a figure is never about a single person, and a small one is not shown."""

NOT_PERSONAL = {"Measurement": "*"}
