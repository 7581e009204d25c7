"""Accounts that their owners closed."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("accounts", "0003_setter")]
    operations = [
        migrations.AddField("user", "closed_at", models.DateTimeField(blank=True, null=True, verbose_name="closed by its owner")),
        migrations.AddConstraint(
            "user", models.CheckConstraint(condition=Q(("closed_at", None), ("is_active", False), _connector="OR"), name="user_closed_is_not_active")
        ),
    ]
