"""Which tables live behind which connection."""

COMPARTMENT_APP = "security"
# In the compartment these are only added to: what was traced, signed and declared stays as it was.
COMPARTMENT_APPEND_ONLY = ("security_trace", "security_signature", "security_declaration", "security_change")


class Compartment:
    """The security compartment has a connection of its own; everything else lives on `default`."""

    def db_for_read(self, model, **hints):
        return "compartment" if model._meta.app_label == COMPARTMENT_APP else "default"

    db_for_write = db_for_read

    def allow_relation(self, one, other, **hints):
        """No foreign key leads into the compartment or out of it."""
        return (one._meta.app_label == COMPARTMENT_APP) == (other._meta.app_label == COMPARTMENT_APP)

    def allow_migrate(self, db, app_label, **hints):
        """The application's own role never migrates; each owner connection migrates its own side."""
        if db == "compartment_owner":
            return app_label == COMPARTMENT_APP
        return db == "owner" and app_label != COMPARTMENT_APP
