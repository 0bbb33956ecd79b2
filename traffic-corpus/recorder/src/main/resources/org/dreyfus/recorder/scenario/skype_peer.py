"""Skype as it looked in 2007, from outside: log-in to a super node, and calls.

super OWN PORT PER-SECOND      answers so many log-ins a second and is silent to the rest
login OWN PORT SUPER:PORT      tries UDP again and again, then TCP; prints JOINED
talk OWN PORT PEER:PORT SECONDS   sends a voice-sized datagram every 30 ms, and hears as many

After Baset and Schulzrinne (INFOCOM 2006) and Bonfiglio et al. (SIGCOMM 2007): a start of message of
two random bytes and a function byte, then what looks random. The cipher is not theirs.
"""
import os
import random
import socket
import sys
import threading
import time

PROBE, REPLY, VOICE = 0x02, 0x03, 0x0D
VOICE_SECONDS = 0.03


def message(function, length):
    return os.urandom(2) + bytes([function | (os.urandom(1)[0] & 0x70)]) + os.urandom(length - 3)


def datagrams(own, port):
    wire = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    wire.bind((own, int(port)))
    return wire


def split(place):
    host, port = place.rsplit(":", 1)
    return host, int(port)


def super_node(own, port, per_second):
    wire, allowance = datagrams(own, port), [0.0]
    threading.Thread(target=sessions, args=(own, int(port), allowance), daemon=True).start()
    last = time.monotonic()
    while True:
        data, peer = wire.recvfrom(2048)
        now = time.monotonic()
        allowance[0] = min(2.0, allowance[0] + (now - last) * float(per_second))
        last = now
        if data[2] & 0x0F == PROBE and allowance[0] >= 1:
            allowance[0] -= 1
            wire.sendto(message(REPLY, 11 + random.randrange(8)), peer)


def sessions(own, port, allowance):
    listener = socket.create_server((own, port), backlog=4)
    while True:
        connection = listener.accept()[0]
        connection.recv(1024)
        connection.sendall(os.urandom(14 + random.randrange(60)))
        connection.recv(1024)
        connection.sendall(os.urandom(300 + random.randrange(200)))
        connection.shutdown(socket.SHUT_WR)
        while connection.recv(64):
            pass
        connection.close()


def login(own, port, place):
    wire, there = datagrams(own, port), split(place)
    for attempt in range(60):
        wire.settimeout(0.3 + 0.1 * attempt * random.random())
        wire.sendto(message(PROBE, 18 + random.randrange(10)), there)
        try:
            if wire.recv(2048)[2] & 0x0F == REPLY:
                break
        except socket.timeout:
            pass
    else:
        raise SystemExit("the super node never answered")
    with socket.create_connection(there, timeout=20) as connection:
        connection.sendall(os.urandom(14 + random.randrange(60)))
        connection.recv(1024)
        connection.sendall(os.urandom(200 + random.randrange(400)))
        answer = b""
        while part := connection.recv(1024):
            answer += part
    if len(answer) < 300:
        raise SystemExit("the super node hung up")
    print("JOINED", flush=True)


def talk(own, port, place, seconds):
    wire, there = datagrams(own, port), split(place)
    wire.settimeout(10)
    count = int(float(seconds) / VOICE_SECONDS)
    voice = []
    heard = threading.Thread(target=hear, args=(wire, count * 3 // 4, voice))
    heard.start()
    for _ in range(count):
        wire.sendto(message(VOICE, 70 + random.randrange(60)), there)
        time.sleep(VOICE_SECONDS)
    heard.join()
    if len(voice) < count * 3 // 4:
        raise SystemExit(f"heard {len(voice)} of {count} datagrams")
    print("TALKED", flush=True)


def hear(wire, count, voice):
    try:
        while len(voice) < count:
            voice.append(len(wire.recv(2048)))
    except socket.timeout:
        return


role, *rest = sys.argv[1:]
{"super": super_node, "login": login, "talk": talk}[role](*rest)
