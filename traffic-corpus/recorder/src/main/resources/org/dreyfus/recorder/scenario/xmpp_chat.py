"""Two people log in to an XMPP server; one writes five messages, the other counts them."""
import base64
import socket
import sys

HEAD = (
    "<?xml version='1.0'?><stream:stream to='example.test' xmlns='jabber:client' "
    "xmlns:stream='http://etherx.jabber.org/streams' version='1.0'>"
)


class Person:
    def __init__(self, name):
        self.socket = socket.create_connection((sys.argv[1], 5222), timeout=10)
        self.heard = ""
        self.say(HEAD, "</stream:features>")
        secret = base64.b64encode(f"\0{name}\0pw".encode()).decode()
        self.say(
            "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>" + secret + "</auth>",
            "<success",
        )
        self.say(HEAD, "</stream:features>")
        self.say("<iq type='set' id='1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>", "<jid>")
        self.say("<presence/>", "<presence")

    def say(self, text, until):
        self.heard = ""
        self.socket.sendall(text.encode())
        self.listen(until, 1)

    def listen(self, until, times):
        while self.heard.count(until) < times:
            self.heard += self.socket.recv(65536).decode()


anna, ben = Person("anna"), Person("ben")
ben.heard = ""
for number in range(5):
    message = f"<message to='ben@example.test' type='chat'><body>sentence {number}</body></message>"
    anna.socket.sendall(message.encode())
ben.listen("</message>", 5)
print("heard", ben.heard.count("</message>"))
