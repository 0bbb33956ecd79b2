import time

import base

base.run(lambda number: time.sleep(3600))
