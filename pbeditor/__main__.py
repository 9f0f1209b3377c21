"""`python -m pbeditor`: the same as the command `pbeditor`."""

import sys

from pbeditor.cli import main

sys.exit(main())
