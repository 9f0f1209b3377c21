"""What the built program starts with."""

import sys

from pbeditor.cli import main

sys.exit(main())
