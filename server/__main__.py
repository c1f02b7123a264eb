"""``python -m server``."""

import sys

from server.cli import main

# Worker processes of `score --jobs` import this module too.
if __name__ == "__main__":
    sys.exit(main())
