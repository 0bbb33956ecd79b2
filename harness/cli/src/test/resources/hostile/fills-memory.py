import base


def misbehave(number):
    hoard = []
    while True:
        hoard.append(bytearray(b"x" * (4 << 20)))


base.run(misbehave)
