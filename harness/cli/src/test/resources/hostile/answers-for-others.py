import base


def misbehave(number):
    base.say({"src_ip": "192.0.2.1", "src_port": 1, "dest_ip": "192.0.2.2", "dest_port": 2,
              "proto": "TCP", "verdict": "block"})


base.run(misbehave)
