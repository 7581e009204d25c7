"""What must be ready before the portal opens, in one process because each start of Django costs seconds.

`python -m recruitment.run.preparation` makes tables and grants, collects static files when they changed, loads the demo
on the first start, and prints the demo's accounts.
"""

import sys

import django
from django.conf import settings
from django.core.management import call_command

from . import statics


def prepare() -> None:
    call_command("provision", verbosity=0)
    if not statics.are_collected(settings.DATA_DIR):
        call_command("collectstatic", interactive=False, clear=True, verbosity=0)
        statics.remember(settings.DATA_DIR)
    if settings.PORTAL_DEMO:
        load_demo_once()
        call_command("demo_accounts")


def load_demo_once() -> None:
    loaded = settings.DATA_DIR / "demo-loaded"
    if not loaded.exists():
        call_command("load_demo", stdout=sys.stderr)
        loaded.touch()


if __name__ == "__main__":
    django.setup()
    prepare()
