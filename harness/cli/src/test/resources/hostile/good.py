import base

base.run()
