"""What the workers do with paper. Every task may run twice and does its work once; the sweep finds what was lost."""

from celery import shared_task

from recruitment.documents import actions


@shared_task(name="documents.scan", expires=600)
def scan(uuid: str) -> None:
    actions.scan(uuid)


@shared_task(name="documents.press", expires=600)
def press(uuid: str) -> None:
    actions.press(uuid)


@shared_task(name="documents.sweep", expires=30)
def sweep() -> None:
    """Send out again what is due."""
    for name, uuid in actions.take_due():
        (press if name == "press" else scan).delay(uuid)


@shared_task(name="documents.tidy", expires=3600)
def tidy() -> None:
    actions.tidy()
