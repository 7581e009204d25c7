"""Working days: confirmed years, make-up days, periods."""
