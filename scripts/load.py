#!/usr/bin/env python3
"""Sends failing requests to the example service on loopback. Checks the bodies, the memory and the connections.

    cargo build --release -p service && scripts/load.py [SECONDS] [CONNECTIONS]
"""
import http.client
import os
import pathlib
import subprocess
import sys
import threading
import time

seconds, connections = (int(sys.argv[1]) if len(sys.argv) > 1 else 20), (int(sys.argv[2]) if len(sys.argv) > 2 else 8)
root = pathlib.Path(__file__).resolve().parent.parent
target = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", root / "target"))
program = target / "release/service"
if not program.exists():
    sys.exit(f"error: {program} is missing; build it with `cargo build --release -p service`")
service = subprocess.Popen([program, "127.0.0.1:0"], stdout=subprocess.PIPE,
                           stderr=subprocess.DEVNULL, text=True)

JSON = {"content-type": "application/json"}
PROBLEM = {"accept": "application/problem+json"}
ASKED = [
    ("POST", "/images", '{"prompt":"a red fox","wallet":2}', JSON, 402,
     '{"error":{"code":"STUDIO_1601","message":"Insufficient AI credits in wallet for this generation","http":402}}'),
    ("POST", "/images", '{"prompt":"a red fox","wallet":3}', JSON, 429,
     '{"error":{"code":"STUDIO_1600","message":"Rate limit exceeded for this tenant or user","http":429}}'),
    ("POST", "/images", '{"prompt":"","wallet":1}', JSON, 400,
     '{"error":{"code":"STUDIO_1000","message":"`prompt` has 0 characters, and takes 1 to 4000","http":400}}'),
    ("POST", "/images", '{"prompt":"a red fox"}', JSON, 400,
     '{"error":{"code":"STUDIO_1900","message":"Request validation failed","http":400}}'),
    ("GET", "/render/jobs/7", None, {}, 500,
     '{"error":{"code":"STUDIO_2002","message":"Database operation failed","http":500}}'),
    ("GET", "/render/jobs/8", None, PROBLEM, 404,
     '{"type":"about:blank","title":"Not Found","status":404,'
     '"detail":"Render job does not exist","code":"STUDIO_1500"}'),
    ("GET", "/nowhere", None, {}, 404, '{"error":{"code":"STUDIO_2010","message":"No such route","http":404}}'),
    ("GET", "/images", None, {}, 405,
     '{"error":{"code":"STUDIO_2011","message":"The route does not take this method","http":405}}'),
    ("GET", "/projects", None, {}, 500, '{"error":{"code":"STUDIO_2000","message":"Internal server error","http":500}}'),
]
wrong, answered, reconnected = [], [0] * connections, [0] * connections


def resident():
    status = pathlib.Path(f"/proc/{service.pid}/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1])


def ask(worker, end):
    connection = http.client.HTTPConnection(*address)
    connection.connect()
    socket = connection.sock
    while time.monotonic() < end and not wrong:
        method, path, body, headers, status, expected = ASKED[answered[worker] % len(ASKED)]
        connection.request(method, path, body, headers)
        response = connection.getresponse()
        text = response.read().decode()
        if (response.status, text) != (status, expected):
            wrong.append((method, path, response.status, text))
        if connection.sock is not socket:
            reconnected[worker] += 1
            if connection.sock is None:
                connection.connect()
            socket = connection.sock
        answered[worker] += 1


def load(duration):
    end = time.monotonic() + duration
    workers = [threading.Thread(target=ask, args=(worker, end)) for worker in range(connections)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return resident()


try:
    host, port = service.stdout.readline().strip().rsplit("/", 1)[1].split(":")
    address = (host, int(port))
    # Allocators and pools reach their size in the first quarter.
    before = load(seconds / 4)
    after = load(seconds)
    assert not wrong, f"wrong: {wrong}"
    assert sum(reconnected) == 0, f"{sum(reconnected)} connections were closed"
    assert after <= before * 1.1 + 1024, f"{before} kB resident before, {after} kB after"
    print(f"{sum(answered)} failing requests on {connections} connections: every body correct, no connection closed, "
          f"{before} kB resident after a quarter, {after} kB at the end")
finally:
    service.kill()
