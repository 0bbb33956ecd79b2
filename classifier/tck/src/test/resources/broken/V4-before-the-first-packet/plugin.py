import sys

from base import Plugin

plugin = Plugin()
plugin.say({"packet": 1, "verdict": "undecided"})
sys.stdout.flush()
plugin.run()
