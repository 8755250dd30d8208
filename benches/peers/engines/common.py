"""What the engines in Python share: the tables, the names of the outputs, the draws, the clock."""

import json
import sys
import time
from pathlib import Path

FACTORS, OUTPUTS, TIMES = 128, 20, 31
STEPS = 200 * 8 * 30
DISEASES, FIFTHS = range(1, 9), range(1, 6)
NAMES = (
    ["all people", "all deaths"]
    + [f"cases of[d{d}]" for d in DISEASES]
    + [f"deaths in[q{q}]" for q in FIFTHS]
    + ["demand", "capacity", "waiting", "spent", "lived"]
)


def tables():
    """Every table as rows of numbers."""
    found, rows = {}, []
    path = Path(__file__).parent.parent / "model" / "tables.txt"
    for line in path.read_text().splitlines():
        if line.startswith("#"):
            continue
        if ":" in line:
            rows = found[line.split(":")[0]] = []
        else:
            rows.append([float(number) for number in line.split(" ")])
    return found


def draws(count):
    """Factors of draws, as src/draws.rs makes them."""
    state, every = 12345, 2**64 - 1

    def following():
        nonlocal state
        state = (state + 0x9E3779B97F4A7C15) & every
        bits = state
        bits = ((bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9) & every
        bits = ((bits ^ (bits >> 27)) * 0x94D049BB133111EB) & every
        bits ^= bits >> 31
        return 0.8 + 0.4 * ((bits >> 11) * 2.0**-53)

    return [[following() for _ in range(FACTORS)] for _ in range(count)]


def median(goes, task):
    """Seconds of processor time of this thread: the middle of a few goes."""
    times = []
    for _ in range(goes):
        start = time.thread_time()
        task()
        times.append(time.thread_time() - start)
    return sorted(times)[len(times) // 2]


def report(**found):
    """One JSON object, the last line of what is printed."""
    print(json.dumps(found))
    sys.stdout.flush()
