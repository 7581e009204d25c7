"""Imported first, for its effect: the test servers run, and the environment tells the settings where.

Every test process has a database, two databases of the broker and a data folder of its own.
"""

import os
import shutil
import tempfile
from pathlib import Path

from recruitment.core.languages import compile_catalogues
from recruitment.run.keys import new_keys
from tests import cluster
from tests.database import Databases, leftover_folders, new_name, pointed_at

services = cluster.join()
databases = Databases(services)
slot = cluster.take_slot()
for leftover in leftover_folders(cluster.FOLDER):
    shutil.rmtree(leftover, ignore_errors=True)
FOLDER = Path(tempfile.mkdtemp(prefix=f"run_{os.getpid()}_", dir=cluster.FOLDER))
DATABASE = new_name()
BROKER = services.redis_url.removesuffix("/0")

os.environ |= pointed_at(services.environment, DATABASE) | new_keys()
os.environ |= {
    "DJANGO_SETTINGS_MODULE": "recruitment.settings",
    "PORTAL_DEMO": "1",
    "PORTAL_DATA": str(FOLDER),
    "REDIS_URL": f"{BROKER}/{2 * slot}",
    "CACHE_URL": f"{BROKER}/{2 * slot + 1}",
}
compile_catalogues()
