"""BPTK-Py: one chain (a sex in a fifth) of the common model, which is a tenth of it, for the years and ages it has; built of
one element for each equation and cell, as BPTK-Py's own language asks. It is compared with the same chain in NumPy."""

import logging
import sys
import warnings

warnings.filterwarnings("ignore")
logging.disable(logging.CRITICAL)
sys.setrecursionlimit(100_000)
from importlib.metadata import version

from BPTK_Py import Model
from BPTK_Py import sd_functions as sd
import numpy as np

from common import STEPS, median, report, tables
from numpy_model import run as run_numpy

T = tables()
AGES, DISEASES, EXPOSURES, CHAINS = range(20), range(8), range(8), 10
model = Model(starttime=0.0, stoptime=30.0, dt=1.0, name="common")


def rate(name, age, disease):
    return T[f"{name}_age"][age][disease] * T[f"{name}_sex"][0][disease] * T[f"{name}_fifth"][0][disease]


def total(parts):
    parts = list(parts)
    sum_of = parts[0]
    for part in parts[1:]:
        sum_of = sum_of + part
    return sum_of


def converter(name, equation):
    made = model.converter(name)
    made.equation = equation
    return made


def flow(name, stock, equation, initial):
    made = model.biflow(name)
    made.equation = equation
    stock.initial_value = initial
    stock.equation = made


def build():
    ramp = converter("ramp", sd.max(0.0, sd.min(1.0, (sd.time() - T["ramp_start"][0][0]) / T["ramp_years"][0][0])))
    fewer = converter("fewer", sd.exp(-T["mortality_improvement"][0][0] * sd.time()))
    taken = [
        sum(T["coverage"][0][p] * T["effect"][p][e] * T["gradient"][p][0] for p in range(15)) for e in EXPOSURES
    ]
    exposed = [[model.stock(f"exposed_{a}_{e}") for e in EXPOSURES] for a in AGES]
    cases = [[model.stock(f"cases_{a}_{d}") for d in DISEASES] for a in AGES]
    people = [model.stock(f"people_{a}") for a in AGES]
    for a in AGES:
        start = [rate("exposure", a, e) for e in EXPOSURES]
        begin = T["people_age"][0][a] * T["people_sex"][0][0] * T["people_fifth"][0][0]
        mortality = T["mortality_age"][0][a] * T["mortality_sex"][0][0] * T["mortality_fifth"][0][0]
        leaving = T["leaving"][0][a]
        for e in EXPOSURES:
            change = (start[e] * (1.0 - ramp * taken[e]) - exposed[a][e]) / T["lag"][0][e]
            flow(f"exposing_{a}_{e}", exposed[a][e], change, start[e])
        die_of = [converter(f"die_{a}_{d}", cases[a][d] * rate("fatality", a, d)) for d in DISEASES]
        all_rate = converter(f"rate_{a}", fewer * mortality + total(die_of) / people[a])
        for d in DISEASES:
            risk, risk_start = 1.0 + exposed[a][0] * T["excess_risk"][0][d], 1.0 + start[0] * T["excess_risk"][0][d]
            for e in EXPOSURES[1:]:
                risk = risk * (1.0 + exposed[a][e] * T["excess_risk"][e][d])
                risk_start *= 1.0 + start[e] * T["excess_risk"][e][d]
            ill = converter(f"ill_{a}_{d}", (people[a] - cases[a][d]) * rate("incidence", a, d) * risk / risk_start)
            change = ill - cases[a][d] * T["remission"][0][d] - die_of[d]
            change = change - (all_rate - die_of[d] / people[a]) * cases[a][d] - cases[a][d] * leaving
            if a > 0:
                change = change + cases[a - 1][d] * T["leaving"][0][a - 1]
            prevalence = T["prevalence_age"][a][d] * T["incidence_fifth"][0][d]
            flow(f"moving_{a}_{d}", cases[a][d], change, begin * prevalence)
        entering = people[a - 1] * T["leaving"][0][a - 1] if a > 0 else T["births"][0][0]
        flow(f"growing_{a}", people[a], entering - people[a] * leaving - people[a] * all_rate, begin)
    return [converter(f"all_{d}", total(cases[a][d] for a in AGES)) for d in DISEASES]


def run(outputs):
    model.reset_cache()
    return np.array([[output(float(year)) for output in outputs] for year in range(31)])


def expected():
    years = []
    run_numpy(np.ones((128, 1)), lambda cases: years.append(cases[:, 0, 0].sum(0)[:, 0]))
    return np.array(years)


OUTPUTS = build()
found = run(OUTPUTS)
seconds = median(3, lambda: run(OUTPUTS))
difference = float(np.max(np.abs(found / expected() - 1)))
report(version=version("BPTK-Py"), ns=seconds * CHAINS / STEPS * 1e9, difference=difference)
