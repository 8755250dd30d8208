"""NumPy: the common model on whole arrays, one draw at a time and many side by side (on the last axis, of length 1 or more)."""

import numpy as np

from common import STEPS, draws, median, report, tables

TABLES = {name: np.array(rows) for name, rows in tables().items()}
SIDE_BY_SIDE = 32


def table(name):
    """A table without the axis of rows where it has only one."""
    found = TABLES[name]
    return found[0] if found.shape[0] == 1 else found


def one(name):
    return float(TABLES[name][0, 0])


def product(name):
    """By age, sex, fifth, and disease or exposure; a last axis for draws."""
    age, sex, fifth = (table(f"{name}_{axis}") for axis in ("age", "sex", "fifth"))
    return (age[:, None, None] * sex[None, :, None] * fifth[None, None])[..., None]


class Draws:
    """Factors of draws: numbers by factor and draw."""

    def __init__(self, factors):
        shapes = dict(risk=(8, 8), incidence=(8,), fatality=(8,), remission=(8,), effect=(15,), lag=(8,), cost=(8,), utility=(8,))
        at = 0
        for name, shape in shapes.items():
            size = int(np.prod(shape))
            setattr(self, name, factors[at : at + size].reshape(*shape, -1))
            at += size
        self.mortality = factors[at]


def risk_of(exposed, excess):
    risk = 1 + exposed[:, :, :, 0, None] * excess[0]
    for exposure in range(1, 8):
        risk = risk * (1 + exposed[:, :, :, exposure, None] * excess[exposure])
    return risk


def older(leaving, born):
    """What grows into each band: births into the first, what left the band before into the others."""
    entering = np.empty_like(leaving)
    entering[0], entering[1:] = born, leaving[:-1]
    return entering


def run(factors, each_year=lambda cases: None):
    """Outputs by time, output and draw; `each_year` is shown the cases by age, sex, fifth, disease and draw."""
    f = Draws(factors)
    effect = np.einsum("pl,pe,pq->qel", table("coverage")[:, None] * f.effect, table("effect"), table("gradient"))
    start = product("exposure")
    behind = table("lag")[:, None] * f.lag
    excess = table("excess_risk")[..., None] * f.risk
    risk_start = risk_of(start, excess)
    incidence, fatality = product("incidence") * f.incidence, product("fatality") * f.fatality
    recovery = table("remission")[:, None] * f.remission
    mortality = product("mortality") * f.mortality
    prevalence = (table("prevalence_age")[:, None, None] * table("incidence_fifth")[None, None])[..., None]
    births, leaving = table("births")[..., None], table("leaving")[:, None, None, None]
    people = product("people") + np.zeros_like(mortality)
    cases, well = people[:, :, :, None] * prevalence, people[:, :, :, None] * (1 - prevalence)
    exposed = start + np.zeros(len(f.mortality))
    capacity, waiting = one("capacity_start") + 0 * f.mortality, one("waiting_start") + 0 * f.mortality
    ledger, lived, out = np.zeros((5, len(f.mortality))), 0 * f.mortality, []
    for year in range(31):
        ramp = min(1.0, max(0.0, (year - one("ramp_start")) / one("ramp_years")))
        fewer, discount = np.exp(-one("mortality_improvement") * year), np.exp(-one("discount_rate") * year)
        fall_ill = well * incidence * (risk_of(exposed, excess) / risk_start)
        recover, die_of = cases * recovery, cases * fatality
        rate = mortality * fewer + die_of.sum(3) / people
        other = rate[:, :, :, None] - die_of / people[:, :, :, None]
        deaths = people * rate
        each_year(cases)
        cases_of, deaths_in = cases.sum((0, 1, 2)), deaths.sum((0, 1))
        demand = (cases_of * table("bed_days")[:, None]).sum(0) / 365
        out.append([people.sum((0, 1, 2)), deaths_in.sum(0), *cases_of, *deaths_in, demand, capacity, waiting, ledger.sum(0), lived])
        if year == 30:
            return np.array(out)
        unmet, cleared = np.maximum(0, demand - capacity), np.minimum(waiting * 0.5, np.maximum(0, capacity - demand))
        cost = cases_of * table("case_cost")[:, None] * f.cost
        programmes = ramp * (table("coverage") * table("programme_cost")).sum()
        spend = table("payer_share") @ cost + table("payer_programme")[:, None] * programmes
        ledger = ledger + (spend + table("payer_waiting")[:, None] * waiting) * discount
        utility = (people * table("utility_age")[:, None, None, None]).sum((0, 1, 2))
        lived = lived + (utility - (cases_of * table("utility_loss")[:, None] * f.utility).sum(0)) * discount
        well_leave, cases_leave, people_leave = well * leaving[..., None], cases * leaving[..., None], people * leaving
        well = well + older(well_leave, births[:, :, None]) - well_leave - fall_ill + recover - other * well
        cases = cases + older(cases_leave, 0.0) - cases_leave + fall_ill - recover - die_of - other * cases
        people = people + older(people_leave, births) - people_leave - deaths
        exposed = exposed + (start * (1 - ramp * effect) - exposed) / behind
        aim = one("capacity_start") * (1 + one("capacity_growth") * year)
        capacity, waiting = capacity + (aim - capacity) / one("capacity_delay"), waiting + unmet - cleared


def main():
    central = run(np.ones((128, 1)))[..., 0]
    some = np.array(draws(SIDE_BY_SIDE)).T.copy()
    singly = median(3, lambda: [run(some[:, at : at + 1]) for at in range(8)]) / 8
    together = median(3, lambda: run(some)) / SIDE_BY_SIDE
    report(
        version=np.__version__,
        ns=singly / STEPS * 1e9,
        batched_ns=together / STEPS * 1e9,
        side_by_side=SIDE_BY_SIDE,
        central=central.tolist(),
    )


if __name__ == "__main__":
    main()
