//! What a reader of the run has to keep in mind.

use super::State;
use crate::inputs::agreement::Agreement;

impl State<'_, '_> {
    pub(super) fn warn(&mut self) {
        let returned: f64 = self.money.iter().map(|money| money.returned).sum();
        let target: f64 = self.money.iter().map(|money| money.target).sum();
        if target > 0.0 && returned > 0.005 * target {
            self.warnings.push(format!(
                "{:.0}% of the money could not be used: the programmes have no more room, and it went back",
                100.0 * returned / target
            ));
        }
        if let Some((_, worst)) = self.occupancy.iter().copied().max_by(|a, b| a.1.total_cmp(&b.1)) {
            let winter = worst * self.plan.acute.winter_factor;
            if worst > 1.0 {
                self.warnings.push(format!(
                    "beds would be {:.0}% full on average: more patients than beds, this plan cannot be run",
                    100.0 * worst
                ));
            } else if worst > 0.95 {
                self.warnings.push(format!(
                    "beds would be {:.1}% full on average and {:.0}% at the winter peak",
                    100.0 * worst,
                    100.0 * winter
                ));
            }
        }
        let (share, _) = self.plan.reinvest;
        if share > 0.0 {
            // Late spending pays after the horizon, so the whole of what it releases is counted.
            let cash =
                self.ledger.rows.iter().filter(|row| row.kind == "cash").flat_map(|row| &row.by_year).sum::<f64>();
            let yielded = cash / self.money.iter().map(|m| m.spent).sum::<f64>().max(1.0);
            if share * yielded >= 1.0 {
                self.warnings.push(
                    "money machine: each pound captured brings back a pound or more; no evidence supports this".into(),
                );
            } else {
                self.warnings.push(format!(
                    "reinvestment runs dry: each pound spent brings back {:.0}p of captured cash",
                    100.0 * share * yielded
                ));
            }
        }
        let cash = self.ledger.rows.iter().any(|row| row.kind == "cash");
        if self.plan.scenario.agreement != Agreement::None && self.plan.full_gbp > 0.0 && !cash {
            self.warnings.push("the agreement has no cash to share: hospitals free room here and no money".into());
        }
        if self.cuts.iter().any(|cut| *cut > 0.0) {
            self.warnings.push(
                "the cut's effect on new disease, on work and on admissions themselves is not known and not counted"
                    .into(),
            );
        }
    }
}
