"""Two people meet in an IRC channel: one talks, the other counts what it hears."""
import socket
import sys
import time


def join(nick):
    connection = socket.create_connection((sys.argv[1], 6667), timeout=15)
    stream = connection.makefile("rw", encoding="utf-8", newline="\r\n")
    stream.write(f"NICK {nick}\r\nUSER {nick} 0 * :{nick}\r\n")
    stream.flush()
    for line in stream:
        if " 376 " in line or " 422 " in line:
            break
    stream.write("JOIN #lab\r\n")
    stream.flush()
    for line in stream:
        if " 366 " in line:
            return stream


anna, ben = join("anna"), join("ben")
for number in range(5):
    anna.write(f"PRIVMSG #lab :sentence {number} about the weather\r\n")
    anna.flush()
    time.sleep(0.5)
heard = 0
for line in ben:
    heard += "PRIVMSG" in line
    if heard == 5:
        break
print("heard", heard)
for stream in (anna, ben):
    stream.write("QUIT\r\n")
    stream.flush()
time.sleep(0.3)
