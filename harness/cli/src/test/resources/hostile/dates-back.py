"""Waits for the second packet of the flow, and claims to have decided at the first."""
import base


def late(number):
    real = base.say
    held = []

    def say(line):
        if line.get("packet") == number:
            held.append(line)
        elif "seen" in line and line["seen"] > number and held:
            real(held.pop())
            real(line)
        else:
            real(line)

    base.say = say


base.run(late)
