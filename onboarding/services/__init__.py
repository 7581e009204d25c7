"""O2: life-service cases."""
