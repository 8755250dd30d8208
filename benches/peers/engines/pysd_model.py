"""PySD: `pysd_model.py MODEL.mdl`. The central run, translated to Python by PySD."""

import sys
import warnings

warnings.filterwarnings("ignore")
import pysd

from common import NAMES, STEPS, median, report

model = pysd.read_vensim(sys.argv[1])
wanted = sorted({name.split("[")[0] for name in NAMES})
found = model.run(return_columns=wanted)
seconds = median(3, lambda: model.run(return_columns=wanted))
report(version=pysd.__version__, ns=seconds / STEPS * 1e9, central=found[NAMES].values.tolist())
