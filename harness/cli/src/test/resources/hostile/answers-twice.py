import base


def misbehave(number):
    base.say({"packet": number, "protocol": "TCP", "at": number})
    base.say({"packet": number, "verdict": "block", "at": number})


base.run(misbehave)
