import sys

from base import Plugin


class Broken(Plugin):
    def decide(self, flow, verdict):
        super().decide(flow, verdict)
        sys.stdout.flush()
        sys.stdout.buffer.write(b'{"packet": %d, "protocol": "caf\xe9"}\n' % self.number)
        sys.stdout.buffer.flush()


Broken().run()
