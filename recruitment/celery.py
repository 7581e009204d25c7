"""The worker and the beat: what runs without anyone asking."""

import os

from celery import Celery

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
    "lapses": {"task": "applications.lapse_due", "schedule": 3600.0},
    "corrections": {"task": "applications.tell_corrections", "schedule": 60.0},
    "referees": {"task": "applications.remind_referees", "schedule": 3600.0},
    "expiry": {"task": "applications.watch_expiry", "schedule": 86400.0},
    "gates": {"task": "security.carry_gates", "schedule": 30.0},
}
