from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0002_robot'),
    ]

    operations = [
        migrations.AlterField(
            model_name='assignment',
            name='role',
            field=models.CharField(choices=[('candidate', 'Candidate'), ('hr_officer', 'HR officer'), ('qualification_officer', 'Qualification officer'), ('assessor', 'Assessor'), ('setter', 'Question setter'), ('security_reviewer', 'Security review officer'), ('oversight_observer', 'Oversight observer'), ('publicity_officer', 'Publicity officer'), ('mentor', 'Mentor'), ('service_specialist', 'Multilingual service specialist'), ('officer_in_service', 'Officer in service'), ('system_administrator', 'System administrator'), ('security_administrator', 'Security administrator'), ('audit_administrator', 'Audit administrator')], max_length=40, verbose_name='role'),
        ),
    ]
