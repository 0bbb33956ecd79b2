"""A mail server that keeps the attachment of the one mail it takes."""
import asyncore
import email
import smtpd
import sys

address, target = sys.argv[1:]


class Sink(smtpd.SMTPServer):
    def process_message(self, peer, sender, recipients, data, **options):
        for part in email.message_from_bytes(data).walk():
            if part.get_filename():
                with open(target, "wb") as out:
                    out.write(part.get_payload(decode=True))


Sink((address, 25), None, decode_data=False, data_size_limit=10**8)
asyncore.loop()
