import base


def misbehave(number):
    raise ValueError("a packet that nobody expected")


base.run(misbehave)
