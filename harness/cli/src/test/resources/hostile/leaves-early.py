import os

import base

base.run(lambda number: os._exit(0))
