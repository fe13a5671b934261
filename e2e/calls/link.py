#!/usr/bin/env python3
"""A bad link between two network namespaces, where the kernel has no netem.

Usage (root): link.py NAMESPACE_A DEVICE_A ADDRESS_A NAMESPACE_B DEVICE_B ADDRESS_B

One TUN device in each namespace; packets pass through this process. Each line on standard input is a JSON object that
changes how they do, at once and in both directions:

  delay   milliseconds one way             jitter  up to so many milliseconds more, in order
  loss    percent of packets that vanish   rate    bits a second, 0 for no limit
  cut     true: nothing passes             open    what a firewall lets through: "all", "tcp", or "443" (TCP to that port)

Each change is answered by one line with what has happened so far. A queue of 400 ms is kept before a limited link, as
in a cheap router; what does not fit is dropped. Ends with its standard input.
"""

import ctypes
import fcntl
import heapq
import itertools
import json
import os
import random
import select
import socket
import struct
import subprocess
import sys
import time

CLONE_NEWNET = 0x40000000
TUNSETIFF = 0x400454CA
TUN_WITHOUT_HEADER = 0x1001
MTU = 1400
QUEUE_SECONDS = 0.4

libc = ctypes.CDLL(None, use_errno=True)


def enter(descriptor):
    if libc.setns(descriptor, CLONE_NEWNET) != 0:
        raise OSError(ctypes.get_errno(), "cannot enter the namespace")


def open_tun(namespace, device, address, peer):
    """Makes the device inside the namespace; its descriptor works from anywhere."""
    home = os.open("/proc/self/ns/net", os.O_RDONLY)
    there = os.open(f"/var/run/netns/{namespace}", os.O_RDONLY)
    enter(there)
    try:
        tun = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
        fcntl.ioctl(tun, TUNSETIFF, struct.pack("16sH", device.encode(), TUN_WITHOUT_HEADER))
        subprocess.check_call(["ip", "addr", "add", address, "peer", peer, "dev", device])
        subprocess.check_call(["ip", "link", "set", device, "up", "mtu", str(MTU)])
        return tun
    finally:
        enter(home)
        os.close(home)
        os.close(there)


def passes(packet, rule):
    """Whether a firewall lets an IPv4 packet through."""
    if rule == "all":
        return True
    if packet[0] >> 4 != 4 or packet[9] != socket.IPPROTO_TCP:
        return False
    start = (packet[0] & 15) * 4
    return rule == "tcp" or int(rule) in struct.unpack("!HH", packet[start : start + 4])


class Direction:
    """Packets on their way to one device."""

    def __init__(self, target):
        self.target = target
        self.busy_until = 0.0
        self.last_arrival = 0.0

    def arrival(self, size, now, link):
        """When a packet arrives, or None when it is lost."""
        if link["cut"] or random.random() * 100 < link["loss"]:
            return None
        sent = now
        if link["rate"]:
            start = max(now, self.busy_until)
            if start - now > QUEUE_SECONDS:
                return None
            sent = self.busy_until = start + size * 8 / link["rate"]
        arrives = sent + (link["delay"] + random.random() * link["jitter"]) / 1000
        self.last_arrival = max(arrives, self.last_arrival)
        return self.last_arrival


def main():
    space_a, device_a, address_a, space_b, device_b, address_b = sys.argv[1:7]
    a = open_tun(space_a, device_a, address_a, address_b)
    b = open_tun(space_b, device_b, address_b, address_a)
    towards = {a: Direction(b), b: Direction(a)}
    link = {"delay": 0, "jitter": 0, "loss": 0, "rate": 0, "cut": False, "open": "all"}
    counts = {"passed": 0, "lost": 0}
    queue = []
    order = itertools.count()
    commands = sys.stdin.fileno()
    os.set_blocking(commands, False)
    pending = b""
    poll = select.poll()
    for descriptor in (a, b, commands):
        poll.register(descriptor, select.POLLIN)
    print(json.dumps(counts), flush=True)

    while True:
        now = time.monotonic()
        while queue and queue[0][0] <= now:
            _, _, target, packet = heapq.heappop(queue)
            try:
                os.write(target, packet)
                counts["passed"] += 1
            except OSError:
                counts["lost"] += 1
        patience = None if not queue else max(0, (queue[0][0] - time.monotonic()) * 1000)
        for descriptor, _ in poll.poll(patience):
            if descriptor == commands:
                text = os.read(commands, 65536)
                if not text:
                    return
                *lines, pending = (pending + text).split(b"\n")
                for line in lines:
                    link.update(json.loads(line))
                    print(json.dumps(counts), flush=True)
                continue
            direction = towards[descriptor]
            for _ in range(64):
                try:
                    packet = os.read(descriptor, 2048)
                except BlockingIOError:
                    break
                allowed = passes(packet, link["open"])
                arrives = direction.arrival(len(packet), time.monotonic(), link) if allowed else None
                if arrives is None:
                    counts["lost"] += 1
                else:
                    heapq.heappush(queue, (arrives, next(order), direction.target, packet))


if __name__ == "__main__":
    main()
