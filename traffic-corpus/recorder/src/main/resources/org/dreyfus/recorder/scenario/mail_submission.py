"""A mail server with TLS that keeps the attachment of the one mail it takes: port 465 or 587."""
import email
import ssl
import sys
import threading

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP

address, port, certificate, key, target = sys.argv[1:]


class Keep:
    async def handle_DATA(self, server, session, envelope):
        for part in email.message_from_bytes(envelope.content).walk():
            if part.get_filename():
                with open(target, "wb") as out:
                    out.write(part.get_payload(decode=True))
        return "250 OK"


class Submission(Controller):
    def factory(self):
        return SMTP(self.handler, hostname="mail.example.test", tls_context=context)


context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
context.load_cert_chain(certificate, key)
immediate = context if port == "465" else None
kind = Controller if immediate else Submission
names = {"server_hostname": "mail.example.test"} if immediate else {}
kind(Keep(), hostname=address, port=int(port), ssl_context=immediate, **names).start()
threading.Event().wait()
