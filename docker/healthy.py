"""What a container's health check asks: `healthy.py web` or `healthy.py beat`; the worker is asked by Celery itself."""

import os
import sys
import time
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit

BEAT_WRITES_WITHIN = 600.0


def web() -> bool:
    """The site answers under its own name, which is the only one it listens to."""
    host = urlsplit(os.environ["SITE_URL"]).netloc
    request = urllib.request.Request("http://127.0.0.1:8000/healthz", headers={"Host": host})
    try:
        with urllib.request.urlopen(request, timeout=4) as answer:  # noqa: S310 - our own address
            return bool(answer.status == 200)
    except OSError:
        return False


def beat() -> bool:
    """Beat writes its schedule down every three minutes."""
    written = [path.stat().st_mtime for path in Path("/tmp").glob("beat*")]  # noqa: S108 - the container has no other
    return bool(written) and time.time() - max(written) < BEAT_WRITES_WITHIN


if __name__ == "__main__":
    sys.exit(0 if {"web": web, "beat": beat}[sys.argv[1]]() else 1)
