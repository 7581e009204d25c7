"""An index of the few files whose consent to publication was taken back: the queue looks for them on every page."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("applications", "0003_earlier_answers")]
    operations = [
        migrations.AddIndex(
            model_name="application",
            index=models.Index(
                condition=models.Q(("publication_withdrawn_at__isnull", False)), fields=["moved_at"], name="application_held"
            ),
        ),
    ]
