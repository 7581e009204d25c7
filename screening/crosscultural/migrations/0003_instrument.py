"""Sealed words, two keys, moderation, notes, recordings and the inventory; what is sealed lets its words back in when it is opened.

The words return under `set local portal.opening = 'on'`, which `actions.open` says and nobody else.
"""

import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import django_fsm
import recruitment.core.fields
import uuid
from django.conf import settings
from django.db import migrations, models


GUARD_CONTENT = """
create or replace function crosscultural_guard_content() returns trigger language plpgsql as $$
begin
  if 'on' in (current_setting('portal.erasing', true), current_setting('portal.opening', true)) then return coalesce(new, old); end if;
  if exists (select from crosscultural_booklet where state <> 'drafted' and id in (old.booklet_id, new.booklet_id)) then
    raise exception 'the booklet is sealed' using errcode = 'check_violation';
  end if;
  return coalesce(new, old);
end $$
"""
# A booklet that was sealed before there were envelopes has its words in its columns: it counts as open since then.
GUARD_BOOKLET = """
drop trigger booklet_sealed on crosscultural_booklet;
update crosscultural_booklet set state = 'opened', opened_at = sealed_at where state = 'sealed' and envelope is null;
create function crosscultural_guard_booklet() returns trigger language plpgsql as $$
begin
  if 'on' in (current_setting('portal.erasing', true), current_setting('portal.opening', true)) then return new; end if;
  raise exception 'the booklet is sealed' using errcode = 'check_violation';
end $$;
create trigger booklet_sealed before update on crosscultural_booklet for each row
  when (old.state <> 'drafted' and to_jsonb(old) - 'title' - 'instructions' is distinct from to_jsonb(new) - 'title' - 'instructions')
  execute function crosscultural_guard_booklet()
"""
KEPT = "create trigger {table}_kept before update or delete on crosscultural_{table} for each row execute function crosscultural_refuse()"
GUARDS = [GUARD_CONTENT, GUARD_BOOKLET, *(KEPT.format(table=table) for table in ("moderation", "note", "bookletkey"))]
UNDO = """
drop trigger moderation_kept on crosscultural_moderation;
drop trigger note_kept on crosscultural_note;
drop trigger bookletkey_kept on crosscultural_bookletkey;
drop trigger booklet_sealed on crosscultural_booklet;
drop function crosscultural_guard_booklet();
create trigger booklet_sealed before update on crosscultural_booklet for each row
  when (old.state <> 'drafted' and old is distinct from new) execute function crosscultural_refuse()
"""


class Migration(migrations.Migration):

    dependencies = [
        ('applications', '0004_held'),
        ('crosscultural', '0002_fixed'),
        ('positions', '0005_ranking_rules'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='BookletKey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='time')),
                ('note', models.CharField(blank=True, max_length=500, verbose_name='remark')),
            ],
            options={
                'verbose_name': 'key of a booklet',
                'verbose_name_plural': 'keys of booklets',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='ExternalInstrumentResult',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('provider', models.CharField(max_length=150, verbose_name='provider')),
                ('name', models.CharField(max_length=150, verbose_name='instrument')),
                ('licence_ref', models.CharField(max_length=100, verbose_name='reference of the licence')),
                ('score', recruitment.core.fields.EncryptedTextField(max_length=60, verbose_name='result')),
                ('percentile', recruitment.core.fields.EncryptedTextField(blank=True, max_length=10, verbose_name='percentile')),
                ('date', models.DateField(verbose_name='day of the test')),
            ],
            options={
                'verbose_name': 'result of a licensed instrument',
                'verbose_name_plural': 'results of licensed instruments',
                'ordering': ['date', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Inventory',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('answers', recruitment.core.fields.EncryptedJSONField(blank=True, null=True, verbose_name='single answers')),
                ('scales', recruitment.core.fields.EncryptedJSONField(blank=True, null=True, verbose_name='scales')),
                ('begun_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='begun')),
                ('scored_at', models.DateTimeField(blank=True, null=True, verbose_name='scored')),
            ],
            options={
                'verbose_name': 'answered inventory',
                'verbose_name_plural': 'answered inventories',
            },
        ),
        migrations.CreateModel(
            name='Item',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.SlugField(max_length=60, unique=True, verbose_name='key')),
                ('order', models.PositiveSmallIntegerField(default=0, verbose_name='order')),
                ('kind', models.CharField(choices=[('statement', 'Statement about oneself'), ('situation', 'Situation with four ways to act')], default='statement', max_length=10, verbose_name='kind')),
                ('scale', models.CharField(choices=[('adventurousness', 'Readiness for the unfamiliar'), ('agreeableness', 'Interest in others'), ('stability', 'Calm under strain'), ('conscientiousness', 'Conscientiousness'), ('intercultural', 'Acting across cultures')], max_length=20, verbose_name='scale')),
                ('text', models.TextField(verbose_name='text')),
                ('text_zh_hans', models.TextField(null=True, verbose_name='text')),
                ('text_en', models.TextField(null=True, verbose_name='text')),
                ('text_de', models.TextField(null=True, verbose_name='text')),
                ('text_ja', models.TextField(null=True, verbose_name='text')),
                ('text_ko', models.TextField(null=True, verbose_name='text')),
                ('is_reversed', models.BooleanField(default=False, verbose_name='counts the other way round')),
                ('source', models.CharField(max_length=200, verbose_name='source and licence')),
                ('validation_status', models.CharField(choices=[('pilot', 'Pilot'), ('validated', 'Validated'), ('retired', 'Retired')], default='pilot', max_length=10, verbose_name='validation')),
            ],
            options={
                'verbose_name': 'item of the inventory',
                'verbose_name_plural': 'items of the inventory',
                'ordering': ['order', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Moderation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('before', models.PositiveSmallIntegerField(verbose_name='points before')),
                ('points', models.PositiveSmallIntegerField(verbose_name='points')),
                ('average', models.DecimalField(decimal_places=6, max_digits=8, verbose_name='average after it')),
                ('reason', models.CharField(choices=[('anchor', 'The anchor was read wrongly'), ('overlooked', 'Something that was said was overlooked'), ('misheard', 'Something was misheard or misinterpreted'), ('question_flaw', 'A flaw of the question, counted for everybody alike')], max_length=20, verbose_name='reason')),
                ('text', models.TextField(max_length=2000, verbose_name='explanation')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='moderated')),
            ],
            options={
                'verbose_name': 'moderation',
                'verbose_name_plural': 'moderations',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='Note',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('text', recruitment.core.fields.EncryptedTextField(max_length=2000, verbose_name='note')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='written')),
            ],
            options={
                'verbose_name': 'joint note',
                'verbose_name_plural': 'joint notes',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='Option',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveSmallIntegerField(verbose_name='order')),
                ('text', models.TextField(verbose_name='text')),
                ('text_zh_hans', models.TextField(null=True, verbose_name='text')),
                ('text_en', models.TextField(null=True, verbose_name='text')),
                ('text_de', models.TextField(null=True, verbose_name='text')),
                ('text_ja', models.TextField(null=True, verbose_name='text')),
                ('text_ko', models.TextField(null=True, verbose_name='text')),
                ('points', models.PositiveSmallIntegerField(validators=[django.core.validators.MaxValueValidator(3)], verbose_name='points')),
            ],
            options={
                'verbose_name': 'way to act',
                'verbose_name_plural': 'ways to act',
                'ordering': ['order', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Recording',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('place', models.CharField(max_length=200, verbose_name='where it is kept')),
                ('keeper', models.CharField(max_length=150, verbose_name='kept by')),
                ('keep_until', models.DateField(verbose_name='kept until')),
                ('registered_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='registered')),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True, verbose_name='consent withdrawn')),
                ('destroyed_at', models.DateTimeField(blank=True, null=True, verbose_name='destroyed')),
            ],
            options={
                'verbose_name': 'recording of an interview',
                'verbose_name_plural': 'recordings of interviews',
                'ordering': ['keep_until', 'pk'],
            },
        ),
        migrations.RemoveConstraint(
            model_name='booklet',
            name='booklet_sealed_stamp',
        ),
        migrations.AddField(
            model_name='booking',
            name='reminded_at',
            field=models.DateTimeField(blank=True, null=True, verbose_name='reminded'),
        ),
        migrations.AddField(
            model_name='booklet',
            name='envelope',
            field=models.BinaryField(null=True),
        ),
        migrations.AddField(
            model_name='booklet',
            name='opened_at',
            field=models.DateTimeField(blank=True, editable=False, null=True, verbose_name='opened'),
        ),
        migrations.AddField(
            model_name='booklet',
            name='salt',
            field=models.CharField(blank=True, editable=False, max_length=64),
        ),
        migrations.AddField(
            model_name='booklet',
            name='wrapped_key',
            field=models.BinaryField(null=True),
        ),
        migrations.AddField(
            model_name='interview',
            name='extra_minutes',
            field=models.PositiveSmallIntegerField(default=0, validators=[django.core.validators.MaxValueValidator(120)], verbose_name='additional minutes'),
        ),
        migrations.AlterField(
            model_name='booklet',
            name='state',
            field=django_fsm.FSMField(choices=[('drafted', 'Draft'), ('sealed', 'Sealed'), ('opened', 'Open')], default='drafted', max_length=50, protected=True, verbose_name='state'),
        ),
        migrations.AddConstraint(
            model_name='booklet',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('digest', ''), ('sealed_at', None), ('state', 'drafted')), models.Q(models.Q(('state', 'drafted'), _negated=True), ('sealed_at__isnull', False), models.Q(('digest', ''), _negated=True)), _connector='OR'), name='booklet_sealed_stamp'),
        ),
        migrations.AddConstraint(
            model_name='booklet',
            constraint=models.CheckConstraint(condition=models.Q(('state', 'opened'), ('opened_at', None), _connector='XOR'), name='booklet_opened_stamp'),
        ),
        migrations.AddConstraint(
            model_name='interview',
            constraint=models.CheckConstraint(condition=models.Q(('extra_minutes__lte', 120)), name='interview_extra'),
        ),
        migrations.AddField(
            model_name='bookletkey',
            name='booklet',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='turns', to='crosscultural.booklet', verbose_name='question booklet'),
        ),
        migrations.AddField(
            model_name='bookletkey',
            name='holder',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='booklet_turns', to=settings.AUTH_USER_MODEL, verbose_name='opened by'),
        ),
        migrations.AddField(
            model_name='externalinstrumentresult',
            name='interview',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='external_results', to='crosscultural.interview', verbose_name='interview'),
        ),
        migrations.AddField(
            model_name='externalinstrumentresult',
            name='recorded_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='recorded by'),
        ),
        migrations.AddField(
            model_name='inventory',
            name='interview',
            field=models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='inventory', to='crosscultural.interview', verbose_name='interview'),
        ),
        migrations.AddConstraint(
            model_name='item',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['statement', 'situation']), ('scale__in', ['adventurousness', 'agreeableness', 'stability', 'conscientiousness', 'intercultural']), ('validation_status__in', ['pilot', 'validated', 'retired'])), name='item_words_known'),
        ),
        migrations.AddField(
            model_name='moderation',
            name='dimension',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='crosscultural.dimension', verbose_name='dimension'),
        ),
        migrations.AddField(
            model_name='moderation',
            name='sheet',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='moderations', to='crosscultural.sheet', verbose_name='rating sheet'),
        ),
        migrations.AddField(
            model_name='note',
            name='author',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='written by'),
        ),
        migrations.AddField(
            model_name='note',
            name='interview',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notes', to='crosscultural.interview', verbose_name='interview'),
        ),
        migrations.AddField(
            model_name='option',
            name='item',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='options', to='crosscultural.item', verbose_name='item of the inventory'),
        ),
        migrations.AddField(
            model_name='recording',
            name='interview',
            field=models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='recording', to='crosscultural.interview', verbose_name='interview'),
        ),
        migrations.AddField(
            model_name='recording',
            name='registered_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='registered by'),
        ),
        migrations.AddConstraint(
            model_name='bookletkey',
            constraint=models.UniqueConstraint(fields=('booklet', 'holder'), name='booklet_key_once'),
        ),
        migrations.AddConstraint(
            model_name='externalinstrumentresult',
            constraint=models.CheckConstraint(condition=models.Q(('licence_ref', ''), _negated=True), name='external_result_licensed'),
        ),
        migrations.AddConstraint(
            model_name='inventory',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('scales__isnull', True), ('scored_at__isnull', True)), models.Q(('answers__isnull', True), ('scales__isnull', False), ('scored_at__isnull', False)), _connector='OR'), name='inventory_answers_gone'),
        ),
        migrations.AddConstraint(
            model_name='moderation',
            constraint=models.CheckConstraint(condition=models.Q(('reason__in', ['anchor', 'overlooked', 'misheard', 'question_flaw'])), name='interview_moderation_reason'),
        ),
        migrations.AddConstraint(
            model_name='moderation',
            constraint=models.CheckConstraint(condition=models.Q(('before__range', (1, 5)), ('points__range', (1, 5))), name='interview_moderation_points'),
        ),
        migrations.AddConstraint(
            model_name='moderation',
            constraint=models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='interview_moderation_explained'),
        ),
        migrations.AddConstraint(
            model_name='option',
            constraint=models.UniqueConstraint(fields=('item', 'order'), name='option_order_once'),
        ),
        migrations.AddConstraint(
            model_name='option',
            constraint=models.CheckConstraint(condition=models.Q(('points__lte', 3)), name='option_points'),
        ),
        migrations.AddConstraint(
            model_name='recording',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('place', ''), _negated=True), models.Q(('keeper', ''), _negated=True)), name='recording_kept_somewhere'),
        ),
        migrations.RunSQL(GUARDS, UNDO),
    ]
