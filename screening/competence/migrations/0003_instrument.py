"""The bank, sealed words, two keys, the course of a sitting, moderation; what is sealed lets its words back in when it is opened.

The words return under `set local portal.opening = 'on'`, which `actions.open` says and nobody else.
"""

import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import django_fsm
import recruitment.core.fields
import uuid
from django.conf import settings
from django.db import migrations, models


def passing(table: str, old: str, new: str) -> str:
    """The guard of a paper's rows, as before, except while the paper is opened."""
    return f"""
create or replace function competence_guard_{table}() returns trigger language plpgsql as $$
begin
  if 'on' in (current_setting('portal.erasing', true), current_setting('portal.opening', true)) then return coalesce(new, old); end if;
  if tg_op <> 'INSERT' and coalesce({old}, 'drafted') <> 'drafted' or tg_op <> 'DELETE' and {new} <> 'drafted' then
    raise exception 'the paper is sealed' using errcode = 'check_violation';
  end if;
  return coalesce(new, old);
end $$
"""


GUARD_PAPER = """
create function competence_guard_paper() returns trigger language plpgsql as $$
begin
  if 'on' in (current_setting('portal.erasing', true), current_setting('portal.opening', true)) then return new; end if;
  raise exception 'the paper is sealed' using errcode = 'check_violation';
end $$;
drop trigger paper_sealed on competence_paper;
create trigger paper_sealed before update on competence_paper for each row
  when (old.state <> 'drafted'
    and (to_jsonb(old) - '{state,opened_at,closed_at}'::text[]) is distinct from (to_jsonb(new) - '{state,opened_at,closed_at}'::text[]))
  execute function competence_guard_paper()
"""
KEPT = "create trigger {table}_kept before update or delete on competence_{table} for each row execute function competence_refuse()"
PAPER_OF_TASK = "(select state from competence_paper where id = {row}.paper_id)"
PAPER_OF_LINE = "(select p.state from competence_paper p join competence_task t on t.paper_id = p.id where t.id = {row}.task_id)"
GUARDS = [
    passing("task", PAPER_OF_TASK.format(row="old"), PAPER_OF_TASK.format(row="new")),
    passing("rubricline", PAPER_OF_LINE.format(row="old"), PAPER_OF_LINE.format(row="new")),
    GUARD_PAPER,
    *(KEPT.format(table=table) for table in ("moderation", "keyturn", "event")),
]
UNDO = """
drop trigger paper_sealed on competence_paper;
drop function competence_guard_paper();
create trigger paper_sealed before update on competence_paper for each row
  when (old.state <> 'drafted'
    and (to_jsonb(old) - '{state,opened_at,closed_at}'::text[]) is distinct from (to_jsonb(new) - '{state,opened_at,closed_at}'::text[]))
  execute function competence_refuse();
drop trigger moderation_kept on competence_moderation;
drop trigger keyturn_kept on competence_keyturn;
drop trigger event_kept on competence_event
"""


class Migration(migrations.Migration):

    dependencies = [
        ('applications', '0003_earlier_answers'),
        ('competence', '0002_fixed'),
        ('documents', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Event',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('drawn', 'Form drawn by lot'), ('identified', 'Identity checked'), ('dropped', 'Connection lost'), ('paused', 'Clock stopped'), ('resumed', 'Clock running again'), ('extended', 'Additional time given')], max_length=20, verbose_name='kind')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='time')),
                ('seconds', models.PositiveIntegerField(default=0, verbose_name='seconds')),
                ('note', models.CharField(blank=True, max_length=500, verbose_name='remark')),
            ],
            options={
                'verbose_name': 'event of a sitting',
                'verbose_name_plural': 'events of sittings',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='FollowUp',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField(max_length=2000, verbose_name='question for the interview')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='proposed')),
            ],
            options={
                'verbose_name': 'question for the interview',
                'verbose_name_plural': 'questions for the interview',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='KeyTurn',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='time')),
                ('note', models.CharField(blank=True, max_length=500, verbose_name='remark')),
            ],
            options={
                'verbose_name': 'key of a paper',
                'verbose_name_plural': 'keys of papers',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='Material',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
            ],
            options={
                'verbose_name': 'material',
                'verbose_name_plural': 'materials',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='Moderation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('before', models.DecimalField(decimal_places=2, max_digits=5, verbose_name='score before')),
                ('score', models.DecimalField(decimal_places=2, max_digits=5, verbose_name='score')),
                ('reason', models.CharField(choices=[('rubric', 'The rubric was applied wrongly'), ('overlooked', 'A part of the work was overlooked'), ('severity', 'A marker was markedly stricter or milder than the others'), ('task_flaw', 'A flaw of the task, counted for everybody alike')], max_length=20, verbose_name='reason')),
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
            name='Question',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', django_fsm.FSMField(choices=[('drafted', 'Draft'), ('proposed', 'Waiting for review'), ('approved', 'Approved'), ('retired', 'Retired')], default='drafted', max_length=50, protected=True, verbose_name='state')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kind', models.CharField(choices=[('case_analysis', 'Case analysis'), ('scenario', 'Scenario simulation'), ('policy', 'Policy interpretation'), ('writing', 'Document writing'), ('crisis', 'Crisis management')], max_length=20, verbose_name='kind')),
                ('title', models.CharField(max_length=200, verbose_name='title')),
                ('title_zh_hans', models.CharField(max_length=200, null=True, verbose_name='title')),
                ('title_en', models.CharField(max_length=200, null=True, verbose_name='title')),
                ('title_de', models.CharField(max_length=200, null=True, verbose_name='title')),
                ('title_ja', models.CharField(max_length=200, null=True, verbose_name='title')),
                ('title_ko', models.CharField(max_length=200, null=True, verbose_name='title')),
                ('family', models.SlugField(max_length=60, verbose_name='family')),
                ('minutes', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(5), django.core.validators.MaxValueValidator(240)], verbose_name='minutes')),
                ('competencies', django.contrib.postgres.fields.ArrayField(base_field=models.SlugField(max_length=60), blank=True, default=list, size=None, verbose_name='competencies')),
                ('content', recruitment.core.fields.EncryptedJSONField(blank=True, default=dict, verbose_name='content')),
                ('note', models.TextField(blank=True, verbose_name='remark of the review')),
                ('approved_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='approved')),
            ],
            options={
                'verbose_name': 'question',
                'verbose_name_plural': 'questions',
                'ordering': ['kind', 'pk'],
            },
        ),
        migrations.AlterModelOptions(
            name='task',
            options={'ordering': ['form', 'order', 'pk'], 'verbose_name': 'task', 'verbose_name_plural': 'tasks'},
        ),
        migrations.RemoveConstraint(
            model_name='task',
            name='task_order_once',
        ),
        migrations.RemoveConstraint(
            model_name='task',
            name='task_kind_known',
        ),
        migrations.AddField(
            model_name='answer',
            name='version',
            field=models.PositiveBigIntegerField(default=0, verbose_name='version'),
        ),
        migrations.AddField(
            model_name='paper',
            name='envelope',
            field=models.BinaryField(null=True),
        ),
        migrations.AddField(
            model_name='paper',
            name='salt',
            field=models.CharField(blank=True, editable=False, max_length=64),
        ),
        migrations.AddField(
            model_name='paper',
            name='wrapped_key',
            field=models.BinaryField(null=True),
        ),
        migrations.AddField(
            model_name='sitting',
            name='form',
            field=models.CharField(blank=True, editable=False, max_length=1, verbose_name='form'),
        ),
        migrations.AddField(
            model_name='sitting',
            name='identified_at',
            field=models.DateTimeField(blank=True, null=True, verbose_name='identity checked'),
        ),
        migrations.AddField(
            model_name='sitting',
            name='identified_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='identity checked by'),
        ),
        migrations.AddField(
            model_name='sitting',
            name='paused_at',
            field=models.DateTimeField(blank=True, null=True, verbose_name='clock stopped'),
        ),
        migrations.AddField(
            model_name='sitting',
            name='paused_seconds',
            field=models.PositiveIntegerField(default=0, verbose_name='seconds for which the clock stood still'),
        ),
        migrations.AddField(
            model_name='sitting',
            name='seen_at',
            field=models.DateTimeField(blank=True, null=True, verbose_name='page last heard'),
        ),
        migrations.AddField(
            model_name='task',
            name='form',
            field=models.CharField(default='A', max_length=1, validators=[django.core.validators.RegexValidator('[A-F]', 'A form is a letter from A to F.')], verbose_name='form'),
        ),
        migrations.AddField(
            model_name='task',
            name='model_answer',
            field=models.TextField(blank=True, verbose_name='model answer'),
        ),
        migrations.AddField(
            model_name='task',
            name='model_answer_de',
            field=models.TextField(blank=True, null=True, verbose_name='model answer'),
        ),
        migrations.AddField(
            model_name='task',
            name='model_answer_en',
            field=models.TextField(blank=True, null=True, verbose_name='model answer'),
        ),
        migrations.AddField(
            model_name='task',
            name='model_answer_ja',
            field=models.TextField(blank=True, null=True, verbose_name='model answer'),
        ),
        migrations.AddField(
            model_name='task',
            name='model_answer_ko',
            field=models.TextField(blank=True, null=True, verbose_name='model answer'),
        ),
        migrations.AddField(
            model_name='task',
            name='model_answer_zh_hans',
            field=models.TextField(blank=True, null=True, verbose_name='model answer'),
        ),
        migrations.AlterField(
            model_name='paper',
            name='instructions',
            field=models.TextField(blank=True, verbose_name='instructions'),
        ),
        migrations.AlterField(
            model_name='paper',
            name='instructions_de',
            field=models.TextField(blank=True, null=True, verbose_name='instructions'),
        ),
        migrations.AlterField(
            model_name='paper',
            name='instructions_en',
            field=models.TextField(blank=True, null=True, verbose_name='instructions'),
        ),
        migrations.AlterField(
            model_name='paper',
            name='instructions_ja',
            field=models.TextField(blank=True, null=True, verbose_name='instructions'),
        ),
        migrations.AlterField(
            model_name='paper',
            name='instructions_ko',
            field=models.TextField(blank=True, null=True, verbose_name='instructions'),
        ),
        migrations.AlterField(
            model_name='paper',
            name='instructions_zh_hans',
            field=models.TextField(blank=True, null=True, verbose_name='instructions'),
        ),
        migrations.AlterField(
            model_name='rubricline',
            name='anchor_high',
            field=models.TextField(blank=True, verbose_name='all points'),
        ),
        migrations.AlterField(
            model_name='rubricline',
            name='anchor_high_de',
            field=models.TextField(blank=True, null=True, verbose_name='all points'),
        ),
        migrations.AlterField(
            model_name='rubricline',
            name='anchor_high_en',
            field=models.TextField(blank=True, null=True, verbose_name='all points'),
        ),
        migrations.AlterField(
            model_name='rubricline',
            name='anchor_high_ja',
            field=models.TextField(blank=True, null=True, verbose_name='all points'),
        ),
        migrations.AlterField(
            model_name='rubricline',
            name='anchor_high_ko',
            field=models.TextField(blank=True, null=True, verbose_name='all points'),
        ),
        migrations.AlterField(
            model_name='rubricline',
            name='anchor_high_zh_hans',
            field=models.TextField(blank=True, null=True, verbose_name='all points'),
        ),
        migrations.AlterField(
            model_name='rubricline',
            name='anchor_low',
            field=models.TextField(blank=True, verbose_name='few points'),
        ),
        migrations.AlterField(
            model_name='rubricline',
            name='anchor_low_de',
            field=models.TextField(blank=True, null=True, verbose_name='few points'),
        ),
        migrations.AlterField(
            model_name='rubricline',
            name='anchor_low_en',
            field=models.TextField(blank=True, null=True, verbose_name='few points'),
        ),
        migrations.AlterField(
            model_name='rubricline',
            name='anchor_low_ja',
            field=models.TextField(blank=True, null=True, verbose_name='few points'),
        ),
        migrations.AlterField(
            model_name='rubricline',
            name='anchor_low_ko',
            field=models.TextField(blank=True, null=True, verbose_name='few points'),
        ),
        migrations.AlterField(
            model_name='rubricline',
            name='anchor_low_zh_hans',
            field=models.TextField(blank=True, null=True, verbose_name='few points'),
        ),
        migrations.AlterField(
            model_name='rubricline',
            name='anchor_mid',
            field=models.TextField(blank=True, verbose_name='half of the points'),
        ),
        migrations.AlterField(
            model_name='rubricline',
            name='anchor_mid_de',
            field=models.TextField(blank=True, null=True, verbose_name='half of the points'),
        ),
        migrations.AlterField(
            model_name='rubricline',
            name='anchor_mid_en',
            field=models.TextField(blank=True, null=True, verbose_name='half of the points'),
        ),
        migrations.AlterField(
            model_name='rubricline',
            name='anchor_mid_ja',
            field=models.TextField(blank=True, null=True, verbose_name='half of the points'),
        ),
        migrations.AlterField(
            model_name='rubricline',
            name='anchor_mid_ko',
            field=models.TextField(blank=True, null=True, verbose_name='half of the points'),
        ),
        migrations.AlterField(
            model_name='rubricline',
            name='anchor_mid_zh_hans',
            field=models.TextField(blank=True, null=True, verbose_name='half of the points'),
        ),
        migrations.AlterField(
            model_name='rubricline',
            name='name',
            field=models.CharField(blank=True, max_length=200, verbose_name='name'),
        ),
        migrations.AlterField(
            model_name='rubricline',
            name='name_de',
            field=models.CharField(blank=True, max_length=200, null=True, verbose_name='name'),
        ),
        migrations.AlterField(
            model_name='rubricline',
            name='name_en',
            field=models.CharField(blank=True, max_length=200, null=True, verbose_name='name'),
        ),
        migrations.AlterField(
            model_name='rubricline',
            name='name_ja',
            field=models.CharField(blank=True, max_length=200, null=True, verbose_name='name'),
        ),
        migrations.AlterField(
            model_name='rubricline',
            name='name_ko',
            field=models.CharField(blank=True, max_length=200, null=True, verbose_name='name'),
        ),
        migrations.AlterField(
            model_name='rubricline',
            name='name_zh_hans',
            field=models.CharField(blank=True, max_length=200, null=True, verbose_name='name'),
        ),
        migrations.AlterField(
            model_name='task',
            name='kind',
            field=models.CharField(choices=[('case_analysis', 'Case analysis'), ('scenario', 'Scenario simulation'), ('policy', 'Policy interpretation'), ('writing', 'Document writing'), ('crisis', 'Crisis management')], max_length=20, verbose_name='kind'),
        ),
        migrations.AlterField(
            model_name='task',
            name='prompt',
            field=models.TextField(blank=True, verbose_name='task'),
        ),
        migrations.AlterField(
            model_name='task',
            name='prompt_de',
            field=models.TextField(blank=True, null=True, verbose_name='task'),
        ),
        migrations.AlterField(
            model_name='task',
            name='prompt_en',
            field=models.TextField(blank=True, null=True, verbose_name='task'),
        ),
        migrations.AlterField(
            model_name='task',
            name='prompt_ja',
            field=models.TextField(blank=True, null=True, verbose_name='task'),
        ),
        migrations.AlterField(
            model_name='task',
            name='prompt_ko',
            field=models.TextField(blank=True, null=True, verbose_name='task'),
        ),
        migrations.AlterField(
            model_name='task',
            name='prompt_zh_hans',
            field=models.TextField(blank=True, null=True, verbose_name='task'),
        ),
        migrations.AlterField(
            model_name='task',
            name='title',
            field=models.CharField(blank=True, max_length=200, verbose_name='title'),
        ),
        migrations.AlterField(
            model_name='task',
            name='title_de',
            field=models.CharField(blank=True, max_length=200, null=True, verbose_name='title'),
        ),
        migrations.AlterField(
            model_name='task',
            name='title_en',
            field=models.CharField(blank=True, max_length=200, null=True, verbose_name='title'),
        ),
        migrations.AlterField(
            model_name='task',
            name='title_ja',
            field=models.CharField(blank=True, max_length=200, null=True, verbose_name='title'),
        ),
        migrations.AlterField(
            model_name='task',
            name='title_ko',
            field=models.CharField(blank=True, max_length=200, null=True, verbose_name='title'),
        ),
        migrations.AlterField(
            model_name='task',
            name='title_zh_hans',
            field=models.CharField(blank=True, max_length=200, null=True, verbose_name='title'),
        ),
        migrations.AddConstraint(
            model_name='sitting',
            constraint=models.CheckConstraint(condition=models.Q(('paused_at', None), ('state', 'started'), _connector='OR'), name='sitting_paused'),
        ),
        migrations.AddConstraint(
            model_name='sitting',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('identified_at', None), ('identified_by', None)), models.Q(('identified_at__isnull', False), ('identified_by__isnull', False)), _connector='OR'), name='sitting_identified'),
        ),
        migrations.AddField(
            model_name='event',
            name='sitting',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='events', to='competence.sitting', verbose_name='sitting'),
        ),
        migrations.AddField(
            model_name='followup',
            name='marker',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='marker'),
        ),
        migrations.AddField(
            model_name='followup',
            name='sitting',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='follow_ups', to='competence.sitting', verbose_name='sitting'),
        ),
        migrations.AddField(
            model_name='keyturn',
            name='holder',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='opened by'),
        ),
        migrations.AddField(
            model_name='keyturn',
            name='paper',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='turns', to='competence.paper', verbose_name='test paper'),
        ),
        migrations.AddField(
            model_name='material',
            name='document',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.document', verbose_name='file'),
        ),
        migrations.AddField(
            model_name='moderation',
            name='chief',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='chief marker'),
        ),
        migrations.AddField(
            model_name='moderation',
            name='sitting',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='moderations', to='competence.sitting', verbose_name='sitting'),
        ),
        migrations.AddField(
            model_name='question',
            name='author',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='questions', to=settings.AUTH_USER_MODEL, verbose_name='written by'),
        ),
        migrations.AddField(
            model_name='question',
            name='reviewer',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='reviewed by'),
        ),
        migrations.AddField(
            model_name='material',
            name='question',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='materials', to='competence.question', verbose_name='question'),
        ),
        migrations.AddField(
            model_name='task',
            name='question',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='tasks', to='competence.question', verbose_name='question of the bank'),
        ),
        migrations.AddConstraint(
            model_name='task',
            constraint=models.UniqueConstraint(fields=('paper', 'form', 'order'), name='task_order_once', violation_error_message='Another task has this place.'),
        ),
        migrations.AddConstraint(
            model_name='task',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['case_analysis', 'scenario', 'policy', 'writing', 'crisis'])), name='task_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='event',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['drawn', 'identified', 'dropped', 'paused', 'resumed', 'extended'])), name='event_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='keyturn',
            constraint=models.UniqueConstraint(fields=('paper', 'holder'), name='key_turn_once'),
        ),
        migrations.AddConstraint(
            model_name='moderation',
            constraint=models.CheckConstraint(condition=models.Q(('reason__in', ['rubric', 'overlooked', 'severity', 'task_flaw'])), name='moderation_reason_known'),
        ),
        migrations.AddConstraint(
            model_name='moderation',
            constraint=models.CheckConstraint(condition=models.Q(('before__range', (0, 100)), ('score__range', (0, 100))), name='moderation_score'),
        ),
        migrations.AddConstraint(
            model_name='moderation',
            constraint=models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='moderation_explained'),
        ),
        migrations.AddConstraint(
            model_name='question',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['drafted', 'proposed', 'approved', 'retired'])), name='question_state_known'),
        ),
        migrations.AddConstraint(
            model_name='question',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['case_analysis', 'scenario', 'policy', 'writing', 'crisis'])), name='question_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='question',
            constraint=models.CheckConstraint(condition=models.Q(('minutes__range', (5, 240))), name='question_minutes'),
        ),
        migrations.AddConstraint(
            model_name='question',
            constraint=models.CheckConstraint(condition=models.Q(('reviewer', None), models.Q(('reviewer', models.F('author')), _negated=True), _connector='OR'), name='question_second_person'),
        ),
        migrations.AddConstraint(
            model_name='question',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('approved_at__isnull', False), ('reviewer__isnull', False), ('state__in', ['approved', 'retired'])), models.Q(('approved_at', None), ('state__in', ['drafted', 'proposed'])), _connector='OR'), name='question_approved_stamp'),
        ),
        migrations.RunSQL(GUARDS, UNDO),
    ]
