"""Openings know the file that they concern; witnesses, whose keys are never exchanged, co-sign checkpoints."""

import uuid

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import recruitment.ledger.models

FORWARD = """
create trigger ledger_cosignature_append_only before update or delete on ledger_cosignature
  for each row execute function refuse_change();
create trigger ledger_witness_key_kept before update of uuid, public_key on ledger_witness
  for each row when (old.public_key <> new.public_key or old.uuid <> new.uuid) execute function refuse_change();
"""
BACKWARD = """
drop trigger ledger_cosignature_append_only on ledger_cosignature;
drop trigger ledger_witness_key_kept on ledger_witness;
"""


class Migration(migrations.Migration):
    dependencies = [("ledger", "0002_append_only")]
    operations = [
        migrations.AddField(
            "opening",
            "about",
            models.UUIDField(db_index=True, editable=False, null=True, verbose_name="file that it concerns"),
        ),
        migrations.CreateModel(
            "Witness",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("name", models.CharField(help_text="An institution, not a person. The name is public.", max_length=200, verbose_name="name")),
                (
                    "public_key",
                    models.CharField(
                        help_text="Ed25519, in base64",
                        max_length=44,
                        unique=True,
                        validators=[recruitment.ledger.models.known_as_key],
                        verbose_name="public key",
                    ),
                ),
                ("since", models.DateTimeField(default=django.utils.timezone.now, verbose_name="since")),
                ("until", models.DateTimeField(blank=True, null=True, verbose_name="until")),
            ],
            {
                "ordering": ["since", "pk"],
                "verbose_name": "witness",
                "verbose_name_plural": "witnesses",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("until", None), ("until__gt", models.F("since")), _connector="OR"),
                        name="witness_time",
                        violation_error_message="A witness ends after it begins.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            "CoSignature",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("signature", models.BinaryField(max_length=64, verbose_name="signature")),
                ("at", models.DateTimeField(verbose_name="received at")),
                (
                    "checkpoint",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cosignatures",
                        to="ledger.checkpoint",
                        verbose_name="checkpoint",
                    ),
                ),
                (
                    "witness",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cosignatures",
                        to="ledger.witness",
                        verbose_name="witness",
                    ),
                ),
            ],
            {
                "ordering": ["-checkpoint", "pk"],
                "verbose_name": "co-signature",
                "verbose_name_plural": "co-signatures",
                "constraints": [models.UniqueConstraint(fields=("checkpoint", "witness"), name="cosignature_once")],
            },
        ),
        migrations.RunSQL(FORWARD, BACKWARD),
    ]
