"""Runs a command to its end. Prints its exit code, CPU seconds of all its processes, wall seconds, and the peak of their memory together in MB.

The memory is the sum of proportional set sizes, sampled ten times a second: pages that processes share count once.
"""

import os
import resource
import subprocess
import sys
import time


def family(pid):
    open_, found = [pid], []
    while open_:
        one = open_.pop()
        found.append(one)
        try:
            for thread in os.listdir(f"/proc/{one}/task"):
                with open(f"/proc/{one}/task/{thread}/children") as children:
                    open_ += map(int, children.read().split())
        except OSError:
            pass  # It has ended.
    return found


def memory(pid):
    try:
        with open(f"/proc/{pid}/smaps_rollup") as lines:
            return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
    except OSError:
        return 0


began = time.time()
with open(sys.argv[1], "wb") as out:
    process = subprocess.Popen(sys.argv[2:], stdout=out, stderr=out)
    peak = 0
    while process.poll() is None:
        peak = max(peak, sum(map(memory, family(process.pid))))
        time.sleep(0.1)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(process.returncode, used.ru_utime + used.ru_stime, time.time() - began, peak / 1024)
