import base

base.run(lambda number: base.say({"packet": number + 100000, "verdict": "block"}))
