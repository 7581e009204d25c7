"""`python -m recruitment.embedded DATA`: delete a data folder with its database, as `make clean` does."""

import sys
from pathlib import Path

from . import AlreadyRunning, remove


def main() -> int:
    for name in sys.argv[1:]:
        try:
            remove(Path(name))
        except AlreadyRunning as held:
            print(f"{held} Stop it first.", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
