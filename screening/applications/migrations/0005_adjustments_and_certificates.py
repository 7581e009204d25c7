"""Adjustments have a section and tables of their own; employments a kind; certificates of a profession are entries."""

import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import django_countries.fields
import recruitment.core.fields
import uuid
from django.conf import settings
from django.db import migrations, models


def carry(apps, schema_editor):
    """What was asked for with the declarations moves; a file that was handed in lacks nothing of the new section."""
    alias = schema_editor.connection.alias
    adjustments = apps.get_model("applications", "Adjustment").objects.using(alias)
    for row in apps.get_model("applications", "Declaration").objects.using(alias).filter(accommodations__isnull=False).iterator():
        if row.accommodations:
            adjustments.create(application_id=row.application_id, needs="other", details=row.accommodations)
    progress = apps.get_model("applications", "SectionProgress").objects.using(alias)
    handed_in = apps.get_model("applications", "Application").objects.using(alias).exclude(state="draft").values_list("pk", flat=True)
    rows = [progress.model(application_id=pk, section="adjustments", done=True) for pk in handed_in.iterator()]
    progress.bulk_create(rows, batch_size=1000, ignore_conflicts=True)


class Migration(migrations.Migration):

    dependencies = [
        ('applications', '0004_held'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='employment',
            name='kind',
            field=models.CharField(blank=True, choices=[('investment', 'Investment and industry consulting, business development'), ('trade', 'Trade, customs, compliance and audit'), ('multicultural', 'Multicultural and community work'), ('residents', 'Services for residents, customers or patients'), ('science', 'Cooperation in science and technology, technology transfer'), ('administration', 'Public administration'), ('education', 'Education and research'), ('law', 'Law'), ('other', 'Other work')], max_length=16, verbose_name='kind of work'),
        ),
        migrations.AlterField(
            model_name='sectionprogress',
            name='section',
            field=models.CharField(choices=[('identity', 'Identity'), ('education', 'Education'), ('work', 'Work experience'), ('languages', 'Languages'), ('competencies', 'Competencies and case studies'), ('referees', 'Referees'), ('documents', 'Documents'), ('interests', 'Conflicts of interest'), ('adjustments', 'Adjustments'), ('declarations', 'Declarations and consents')], max_length=20),
        ),
        migrations.CreateModel(
            name='Adjustment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('needs', recruitment.core.fields.EncryptedTextField(blank=True, verbose_name='what would help')),
                ('details', recruitment.core.fields.EncryptedTextField(blank=True, verbose_name='in your own words')),
                ('application', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='adjustment', to='applications.application', verbose_name='application')),
            ],
            options={
                'verbose_name': 'request for adjustments',
                'verbose_name_plural': 'requests for adjustments',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='Arrangement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('test_minutes', models.PositiveSmallIntegerField(default=0, validators=[django.core.validators.MaxValueValidator(480)], verbose_name='extra time in the test, minutes')),
                ('interview_minutes', models.PositiveSmallIntegerField(default=0, validators=[django.core.validators.MaxValueValidator(480)], verbose_name='extra time in the interview, minutes')),
                ('steps', recruitment.core.fields.EncryptedTextField(blank=True, verbose_name='what else is arranged')),
                ('arranged_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='arranged')),
                ('application', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='arrangement', to='applications.application', verbose_name='application')),
                ('arranged_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='arranged by')),
            ],
            options={
                'verbose_name': 'arranged adjustment',
                'verbose_name_plural': 'arranged adjustments',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='Certificate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(blank=True, choices=[('teaching', 'Teaching qualification'), ('law', 'Admission as a lawyer'), ('interpreter', 'Interpreter or translator'), ('project', 'Project management'), ('accounting', 'Accountant or auditor'), ('customs', 'Customs or trade compliance specialist'), ('social_work', 'Social worker'), ('professional', 'Chartered engineer or another regulated profession'), ('other', 'Another one, which I name')], max_length=16, verbose_name='kind of certificate')),
                ('name', models.CharField(blank=True, max_length=200, verbose_name='name of the certificate')),
                ('issuer', models.CharField(blank=True, max_length=200, verbose_name='issued by')),
                ('country', django_countries.fields.CountryField(blank=True, max_length=2, verbose_name='country (region)')),
                ('issued_on', models.DateField(blank=True, null=True, verbose_name='issued on')),
                ('expires_on', models.DateField(blank=True, null=True, verbose_name='valid until')),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='certificates', to='applications.application')),
            ],
            options={
                'verbose_name': 'certificate of a profession',
                'verbose_name_plural': 'certificates of a profession',
                'ordering': [models.OrderBy(models.F('issued_on'), descending=True, nulls_first=True), 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('expires_on', None), ('issued_on', None), ('expires_on__gte', models.F('issued_on')), _connector='OR'), name='certificate_order', violation_error_message='The end lies before the beginning.')],
            },
        ),
        migrations.RunPython(carry, migrations.RunPython.noop),
        # What was written is checked now: a table with checks that wait is not altered.
        migrations.RunSQL("set constraints all immediate; set constraints all deferred", migrations.RunSQL.noop),
        migrations.RemoveField(
            model_name='declaration',
            name='accommodations',
        ),
    ]
