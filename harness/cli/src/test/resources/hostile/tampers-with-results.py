"""Writes into the folder of results, where it could reach it."""
import os

import base


def misbehave(number):
    for folder, _, files in os.walk(base.options()["out"]):
        for name in files:
            with open(os.path.join(folder, name), "ab") as file:
                file.write(b"tampered")


base.run(misbehave)
