"""The worker and the beat: what runs without anyone asking."""

import os

from celery import Celery
from celery.schedules import crontab

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "recruitment.settings")

app = Celery("recruitment")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()

app.conf.beat_schedule = {
    "heartbeat": {"task": "core.heartbeat", "schedule": 10.0},
    "letters": {"task": "notifications.sweep", "schedule": 10.0},
    "documents": {"task": "documents.sweep", "schedule": 30.0},
    "orphans": {"task": "documents.tidy", "schedule": 86400.0},
    "ledger": {"task": "ledger.checkpoint", "schedule": 3600.0},
    "positions": {"task": "positions.close_due", "schedule": 60.0},
    "alerts": {"task": "positions.tell_alerts", "schedule": 600.0},
    "unconfirmed": {"task": "positions.forget_unconfirmed", "schedule": 3600.0},
    "notices": {"task": "notices.conclude_due", "schedule": 60.0},
    "papers": {"task": "competence.close_due", "schedule": 30.0},
    "interviews": {"task": "crosscultural.remind_due", "schedule": 900.0},
    "lapses": {"task": "applications.lapse_due", "schedule": 3600.0},
    "corrections": {"task": "applications.tell_corrections", "schedule": 60.0},
    "referees": {"task": "applications.remind_referees", "schedule": 3600.0},
    "invitations": {"task": "assessors.remind_invited", "schedule": 3600.0},
    "conflicts": {"task": "assessors.look_for_conflicts", "schedule": crontab(hour="5", minute="10")},
    "expiry": {"task": "applications.watch_expiry", "schedule": 86400.0},
    "proofs": {"task": "qualification.watch_proofs", "schedule": crontab(hour="6", minute="20")},
    "versions": {"task": "applications.restore_due", "schedule": 60.0},
    "promises": {"task": "applications.find_missed_promises", "schedule": crontab(hour="6", minute="30")},
    "purge": {"task": "applications.purge_due", "schedule": crontab(hour="3", minute="15")},
    "rights": {"task": "rights.escalate_due", "schedule": crontab(hour="6", minute="40")},
    "closed": {"task": "rights.release_due", "schedule": crontab(hour="3", minute="40")},
    "reserves": {"task": "merit.lapse_reserves", "schedule": crontab(hour="5", minute="45")},
    "oversight": {"task": "oversight.escalate_due", "schedule": crontab(hour="6", minute="50")},
    "gates": {"task": "security.carry_gates", "schedule": 30.0},
}
