//! One question about a scenario in an area, answered step by step: whoever asks may stop between two steps, say how far it
//! is, or do several at once.

use crate::error::Faults;
use crate::inputs::evidence::Evidence;
use crate::inputs::place::Area;
use crate::inputs::scenario::Scenario;
use crate::model::draws::Draws;
use crate::value::answer::Study;
use crate::value::ensemble::Ensemble;
use crate::value::ensemble::record::View;
use crate::value::ensemble::rows::Rows;
use crate::value::ensemble::summary::Summary;
use crate::value::ensemble::worlds::Worlds;
use crate::value::explanation::Contribution;
use crate::value::sensitivity::about::{About, Sign};
use crate::value::sensitivity::contributions;
use crate::value::sensitivity::figures::{self, Figure};
use crate::value::sensitivity::groups::groups;
use crate::value::sensitivity::learn::{Learning, Learnt};
use crate::value::sensitivity::price::Price;
use crate::value::sensitivity::probe::Probe;
use crate::value::sensitivity::rivals::{self, Central, Combination, Rival};
use crate::value::sensitivity::threshold::{self, Flip, Side};
use crate::value::sensitivity::tornado::Bar;

/// Which parts of the answer are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    /// Every side of every dispute.
    pub rivals: bool,
    /// One figure at a time: tornado and thresholds.
    pub figures: bool,
    /// How many futures are split into contributions; 0 for none.
    pub contributions: usize,
    /// Seed of those futures.
    pub seed: u64,
}

/// One figure moved: what came of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Moved {
    /// At the ends of its range.
    pub bar: Bar,
    /// Where the sign changes, if it does.
    pub flip: Option<Flip>,
}

/// One step. Those given together do not depend on each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Task {
    /// A side of a dispute.
    Rival(usize),
    /// A figure.
    Figure(usize),
    /// All disputes for the plan (0) or against it (1).
    Combination(usize),
    /// The parts of a future; 0 is the central answer.
    Parts(usize),
}

/// What came of a step.
#[derive(Debug, Clone, PartialEq)]
pub enum Done {
    /// A side of a dispute.
    Rival(usize, Central),
    /// A figure.
    Figure(usize, Moved),
    /// A combination.
    Combination(usize, Combination),
    /// The parts of a future.
    Parts(usize, Vec<Contribution>),
}

/// A question and what is known of its answer so far.
#[derive(Debug)]
pub struct Question {
    scenario: Scenario,
    study: Study,
    draws: Draws,
    worlds: Option<Worlds>,
    wanted: Wanted,
    /// What is asked.
    pub about: About,
    /// The central net benefit; `None` where it is not counted.
    pub central: Option<f64>,
    /// The price of health in hospitals, if it is asked about healthy years.
    pub price: Option<Price>,
    /// The figures the run reads.
    pub figures: Vec<Figure>,
    /// What came of moving each.
    pub moved: Vec<Option<Moved>>,
    /// Sides of disputes.
    pub rivals: Vec<Rival>,
    /// All sides for the plan, and against it.
    pub combinations: [Option<Combination>; 2],
    /// Parts by number of the future; 0 is the central answer.
    pub parts: Vec<Option<Vec<Contribution>>>,
    /// What was learnt from an ensemble, if one was given.
    pub learnt: Option<Learnt>,
    /// An ensemble that is being learnt from.
    learning: Option<Learning>,
}

impl Question {
    /// Runs the central answer and makes everything ready.
    ///
    /// # Errors
    /// Faults of the scenario in this area.
    pub fn new(
        area: &Area,
        evidence: &Evidence,
        scenario: &Scenario,
        about: About,
        wanted: Wanted,
    ) -> Result<Question, Faults> {
        let study = Study::new(evidence, scenario)?;
        let draws = Draws::new(evidence, wanted.seed, 1..=wanted.contributions.max(1))?;
        let probe = Probe { area, evidence, scenario, study: &study, draws: &draws, about: &about };
        let (central, price, figures, idle) = probe.run(&probe.central(), |input| {
            if scenario.target.is_none() {
                input.what_if.check_beds(input.plan.tables.start_year)?;
            }
            let figures = figures::read_by(input, &draws);
            let idle: Vec<bool> = figures.iter().map(|figure| figures::is_idle(input, figure)).collect();
            Ok((about.of(input), Price::of(input, &about)?, figures, idle))
        })??;
        // What no pound reaches moves nothing: no run is needed to say so.
        let still = Moved { bar: Bar { low: central, high: central }, flip: None };
        let explained = about.outcome().is_some_and(|id| crate::value::explanation::EXPLAINED.contains(&id));
        let splits = wanted.contributions > 0 && explained && central.is_some();
        let worlds = splits.then(|| Worlds::new(evidence, scenario, study.tables(), &draws, (0, 1)));
        Ok(Question {
            moved: idle.into_iter().map(|idle| idle.then_some(still)).collect(),
            rivals: rivals::sides(evidence, scenario),
            combinations: [None, None],
            parts: vec![None; if splits { wanted.contributions + 1 } else { 0 }],
            scenario: scenario.clone(),
            learnt: None,
            learning: None,
            study,
            draws,
            worlds,
            wanted,
            about,
            central,
            price,
            figures,
        })
    }

    fn probe<'a>(&'a self, area: &'a Area, evidence: &'a Evidence) -> Probe<'a> {
        let Question { scenario, study, draws, about, .. } = self;
        Probe { area, evidence, scenario, study, draws, about }
    }

    /// True if figures or sides can change anything: the net benefit is counted and the scenario does something.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.central.is_some() && !self.scenario.is_baseline()
    }

    /// Steps that can be done now; when there are none, all is done.
    #[must_use]
    pub fn tasks(&self) -> Vec<Task> {
        let mut list = Vec::new();
        if !self.is_open() {
            return list;
        }
        if self.wanted.rivals {
            let open = |(_, rival): &(usize, &Rival)| rival.central.is_none();
            list.extend(self.rivals.iter().enumerate().filter(open).map(|(at, _)| Task::Rival(at)));
            if list.is_empty() {
                list.extend((0..2).filter(|at| self.combinations[*at].is_none()).map(Task::Combination));
            }
        }
        if self.wanted.figures {
            let open = |at: &usize| self.moved[*at].is_none();
            list.extend((0..self.figures.len()).filter(open).map(Task::Figure));
        }
        list.extend((0..self.parts.len()).filter(|at| self.parts[*at].is_none()).map(Task::Parts));
        list
    }

    /// Steps done and steps in all; while futures are learnt from, the steps of that.
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        if let Some(learning) = &self.learning {
            return (learning.all() - learning.left(), learning.all());
        }
        if !self.is_open() {
            return (0, 0);
        }
        let rivals = if self.wanted.rivals { self.rivals.len() + 2 } else { 0 };
        let figures = if self.wanted.figures { self.figures.len() } else { 0 };
        let all = rivals + figures + self.parts.len();
        let waiting = if self.wanted.rivals && self.rivals.iter().any(|rival| rival.central.is_none()) { 2 } else { 0 };
        (all - self.tasks().len() - waiting, all)
    }

    /// Does a step.
    ///
    /// # Errors
    /// Faults of a run that the central one has not.
    pub fn work(&self, area: &Area, evidence: &Evidence, task: Task) -> Result<Done, Faults> {
        let probe = self.probe(area, evidence);
        Ok(match task {
            Task::Rival(at) => Done::Rival(at, self.rivals[at].run(&probe)),
            Task::Figure(at) => Done::Figure(at, self.moved_figure(&probe, &self.figures[at])?),
            Task::Combination(at) => {
                Done::Combination(at, rivals::combination(&probe, &self.rivals, if at == 0 { 1.0 } else { -1.0 }))
            }
            Task::Parts(index) => Done::Parts(index, self.split(area, evidence, index)?),
        })
    }

    /// Takes in what came of a step.
    pub fn take(&mut self, done: Done) {
        match done {
            Done::Rival(at, central) => self.rivals[at].central = Some(central),
            Done::Figure(at, moved) => self.moved[at] = Some(moved),
            Done::Combination(at, combination) => self.combinations[at] = Some(combination),
            Done::Parts(at, parts) => self.parts[at] = Some(parts),
        }
    }

    /// Does the next step; false if all are done.
    ///
    /// # Errors
    /// As [`Question::work`].
    pub fn step(&mut self, area: &Area, evidence: &Evidence) -> Result<bool, Faults> {
        if let Some(mut learning) = self.learning.take() {
            learning.step();
            self.keep(learning);
            return Ok(true);
        }
        let Some(task) = self.tasks().first().copied() else { return Ok(false) };
        let done = self.work(area, evidence, task)?;
        self.take(done);
        Ok(true)
    }

    fn moved_figure(&self, probe: &Probe<'_>, figure: &Figure) -> Result<Moved, Faults> {
        let bar = Bar::of(probe, figure)?;
        let central = self.central.unwrap_or(0.0);
        let priced = self.price.as_ref().is_some_and(|price| price.parameter == figure.id);
        if priced || bar.is_still(central) || Sign::of(central) == Sign::None {
            return Ok(Moved { bar, flip: None });
        }
        let sides = [
            Side { end: (figure.range.0, bar.low), limit: figure.limits.0 },
            Side { end: (figure.range.1, bar.high), limit: figure.limits.1 },
        ];
        let mut net = |value: f64| probe.with_figure(figure.column, value);
        Ok(Moved { bar, flip: threshold::search(&mut net, (figure.central, central), sides)? })
    }

    fn split(&self, area: &Area, evidence: &Evidence, index: usize) -> Result<Vec<Contribution>, Faults> {
        let Some(worlds) = &self.worlds else { return Ok(Vec::new()) };
        let ensemble = Ensemble {
            area,
            evidence,
            scenario: &self.scenario,
            baseline: self.study.baseline(area),
            draws: &self.draws,
            worlds,
            view: View { outcomes: Some(Vec::new()), fifths: false, ledger: false, set_in_motion: true },
        };
        if index == 0 {
            let probe = self.probe(area, evidence);
            return probe.run(&probe.central(), |input| contributions::of_input(input, &self.about))?;
        }
        contributions::of_future(&ensemble, index, &self.about)
    }

    /// Which figures move the net benefit, of those that were moved; all, if they were not.
    #[must_use]
    pub fn moves(&self) -> Vec<bool> {
        let central = self.central.unwrap_or(0.0);
        self.moved.iter().map(|moved| moved.is_none_or(|moved| !moved.bar.is_still(central))).collect()
    }

    /// Learns from the futures of an ensemble of this scenario, and of others one may choose instead. `seed` is that of their
    /// draws.
    ///
    /// # Errors
    /// As [`Question::begin_learning`].
    pub fn learn(&mut self, evidence: &Evidence, rows: &Rows, others: &[Rows], seed: u64) -> Result<(), Faults> {
        self.begin_learning(evidence, rows, others, seed)?;
        while let Some(mut learning) = self.learning.take() {
            learning.step();
            self.keep(learning);
        }
        Ok(())
    }

    /// Begins to learn from futures; [`Question::step`] goes on with it, a figure or a group at a time.
    ///
    /// # Errors
    /// As [`Learning::new`] and [`About::over`]; and if the rows of the scenarios are of different futures.
    pub fn begin_learning(
        &mut self,
        evidence: &Evidence,
        rows: &Rows,
        others: &[Rows],
        seed: u64,
    ) -> Result<(), Faults> {
        if others.iter().any(|other| other.indices != rows.indices) {
            return Err(Faults::one("draws", rows.len(), "the scenarios were not run in the same futures"));
        }
        let mut nets = vec![self.about.over(rows)?];
        for other in others {
            nets.push(self.about.over(other)?);
        }
        let (first, last) = (rows.indices.iter().min(), rows.indices.iter().max());
        let (Some(first), Some(last)) = (first.copied(), last.copied()) else {
            return Err(Faults::one("draws", 0, "no futures were given"));
        };
        let draws = Draws::new(evidence, seed, first..=last)?;
        let moves = self.moves();
        let groups = groups(evidence, &self.figures, &moves);
        let learning = Learning::new((&self.figures, &moves), groups, nets, (&draws, seed), &rows.indices)?;
        self.keep(learning);
        Ok(())
    }

    /// What is being learnt goes on, or is known.
    fn keep(&mut self, learning: Learning) {
        if learning.left() > 0 {
            self.learning = Some(learning);
        } else {
            self.learnt = Some(learning.learnt());
        }
    }

    /// The scenario on one side of a dispute, to be run in many futures; `None` if there is no such side.
    #[must_use]
    pub fn rival_scenario(&self, at: usize) -> Option<Scenario> {
        self.rivals.get(at).map(|rival| super::probe::taking(&self.scenario, &[rival.side()]))
    }

    /// The scenario under the combination for the plan (0) or against it (1), once that is known.
    #[must_use]
    pub fn combination_scenario(&self, at: usize) -> Option<Scenario> {
        let combination = self.combinations.get(at)?.as_ref()?;
        Some(super::probe::taking(&self.scenario, &combination.sides))
    }

    /// Takes in the futures of a side of a dispute.
    ///
    /// # Errors
    /// As [`About::over`].
    pub fn take_rival(&mut self, at: usize, rows: &Rows) -> Result<(), Faults> {
        let summary = Summary::of(&self.about.over(rows)?);
        if let Some(rival) = self.rivals.get_mut(at) {
            rival.futures = summary;
        }
        Ok(())
    }

    /// Takes in the futures of a combination.
    ///
    /// # Errors
    /// As [`About::over`].
    pub fn take_combination(&mut self, at: usize, rows: &Rows) -> Result<(), Faults> {
        let summary = Summary::of(&self.about.over(rows)?);
        if let Some(Some(combination)) = self.combinations.get_mut(at) {
            combination.futures = summary;
        }
        Ok(())
    }

    /// How many sides of disputes there are.
    #[must_use]
    pub fn sides(&self) -> usize {
        self.rivals.len()
    }
}
