import sys

from base import Plugin

plugin = Plugin()
plugin.say({"packet": 1, "verdict": "block"})
sys.stdout.flush()
plugin.run()
