"""simlin, by its Python package: `simlin_model.py MODEL.mdl`. The central run again and again, on its own machine code."""

import sys
from importlib.metadata import version

import numpy as np
import simlin

from common import NAMES, STEPS, median, report

model = simlin.load(sys.argv[1])
simulation = model.simulate()


def run():
    simulation.reset()
    simulation.run_to_end()


run()
names = [name.replace(" ", "_") for name in NAMES]
central = np.stack([np.asarray(simulation.get_series(name)) for name in names], 1)
seconds = median(5, lambda: [run() for _ in range(20)]) / 20
report(version=version("pysimlin"), ns=seconds / STEPS * 1e9, central=central.tolist())
