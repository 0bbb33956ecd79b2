"""A news server with one group, as far as readers and posters need it: RFC 3977."""
import socketserver
import sys

GROUP = "alt.binaries.lab"
articles = []


class Session(socketserver.StreamRequestHandler):
    def say(self, line):
        self.wfile.write(line.encode() + b"\r\n")

    def handle(self):
        self.say("200 news.example.test ready, posting allowed")
        for line in self.rfile:
            verb, *words = line.decode().split()
            if verb.upper() == "QUIT":
                self.say("205 goodbye")
                return
            getattr(self, "on_" + verb.lower(), self.unknown)(words)

    def unknown(self, words):
        self.say("500 what?")

    def on_capabilities(self, words):
        for line in ("101 here they are", "VERSION 2", "READER", "POST", "."):
            self.say(line)

    def on_mode(self, words):
        self.say("200 posting allowed")

    def on_group(self, words):
        self.say(f"211 {len(articles)} 1 {len(articles)} {GROUP}")

    def on_post(self, words):
        self.say("340 send it")
        lines = []
        for line in self.rfile:
            if line == b".\r\n":
                break
            lines.append(line)
        articles.append(lines)
        self.say("240 taken")

    def on_article(self, words):
        self.say(f"220 {words[0]} <{words[0]}@news.example.test>")
        for line in articles[int(words[0]) - 1]:
            self.wfile.write(line)
        self.say(".")


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True


Server((sys.argv[1], 119), Session).serve_forever()
