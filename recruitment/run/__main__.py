"""`python -m recruitment.run --port 8000 --data .data`, as `make run` calls it."""

import argparse
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from recruitment import embedded
from recruitment.embedded.processes import bound_to_parent

from .supervisor import CannotStart, Stopped, Supervisor

STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m recruitment.run", description=__doc__)
    parser.add_argument("--port", type=int, default=int(os.environ.get("PORT") or 8000))
    parser.add_argument("--data", type=Path, default=embedded.data_folder())
    chosen = parser.parse_args()
    if not 1 <= chosen.port <= 65535:
        parser.error(f"{chosen.port} is not a port: choose a number from 1 to 65535.")
    return chosen


def heed(answer: Callable[[int, object], None] | signal.Handlers) -> None:
    for each in STOP_SIGNALS:
        signal.signal(each, answer)


def stop(number: int, frame: object) -> None:
    heed(signal.SIG_IGN)
    raise Stopped


def main() -> int:
    chosen = options()
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    heed(stop)
    if "MAKELEVEL" in os.environ:
        bound_to_parent(signal.SIGTERM, parent=os.getppid())()
    supervisor = Supervisor(chosen.data.absolute(), chosen.port)
    try:
        supervisor.start()
        supervisor.watch()
    except Stopped:
        pass
    except (CannotStart, embedded.AlreadyRunning, embedded.PostgresDidNotStart, embedded.ValkeyDidNotStart) as reason:
        print(reason, file=sys.stderr)
        return 1
    finally:
        heed(signal.SIG_IGN)
        supervisor.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
