"""Users, roles, departments' scope, two factors."""
