//! The diseases of England's population, by sex, fifth and single age, year after year.
//!
//! Every disease runs on a reference population and independently of the others. The start is the *stationary*
//! prevalence: what the calibrated rates themselves produce, age after age. With no trend it never moves, so any change
//! the model shows has a cause. How far it lies from the prevalence stored in the source is reported in
//! `docs/VALIDATION.md`.
//!
//! State is held by current age, not by cohort: each year everybody moves up one age. Values for `W` draws stand side by
//! side in the innermost index; `W = 1` is the central run.

use crate::math;
use crate::model::tables::DiseaseRates;
use crate::model::three_state::{Hazards, State, advance};
use crate::strata::{AGES, QUINTILES, Sex};

/// What a year did at one age.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AgeYear<const W: usize> {
    /// Share ill at the end of the year, among people of this age.
    pub prevalence: [f64; W],
    /// (ill at start + ill at end) / (alive at start + alive at end).
    pub mean_prevalence: [f64; W],
    /// Hazard of falling ill this year, among the well.
    pub incidence_rate: [f64; W],
    /// Deaths of the disease per person-year, before calibration to official counts.
    pub mortality_rate: [f64; W],
}

impl<const W: usize> AgeYear<W> {
    /// Nobody ill.
    pub const NOTHING: AgeYear<W> =
        AgeYear { prevalence: [0.0; W], mean_prevalence: [0.0; W], incidence_rate: [0.0; W], mortality_rate: [0.0; W] };
}

/// One disease in one sex and fifth, followed by age.
#[derive(Debug, Clone)]
pub struct DiseaseTrack<'a, const W: usize> {
    rates: &'a DiseaseRates,
    sex: usize,
    quintile: usize,
    state: Vec<State<W>>,
    years: Vec<AgeYear<W>>,
}

impl<'a, const W: usize> DiseaseTrack<'a, W> {
    /// Starts at the stationary prevalence; [`DiseaseTrack::by_age`] then gives year 0.
    #[must_use]
    pub fn stationary(rates: &'a DiseaseRates, sex: Sex, quintile: usize) -> Self {
        let healthy = State { well: [1.0; W], ill: [0.0; W] };
        let mut track = DiseaseTrack {
            rates,
            sex: sex.index(),
            quintile,
            state: vec![healthy; AGES],
            years: vec![AgeYear::NOTHING; AGES],
        };
        let first = rates.first_age;
        let entry = track.entry();
        track.years[first] = track.live(first, entry, [1.0; W], [1.0; W]).1;
        track.years[first].prevalence = entry.ill;
        track.state[first] = entry;
        for age in first + 1..AGES {
            let (state, year) = track.live(age, track.state[age - 1], [1.0; W], [1.0; W]);
            track.state[age] = state;
            track.years[age] = year;
        }
        track
    }

    /// Moves everybody up one age through a year whose incidence and case fatality are multiplied by `factor`.
    pub fn step(&mut self, factor: [f64; W]) {
        self.step_changed(factor, 0, |_| [1.0; W]);
    }

    /// The same with incidence at each age multiplied by `incidence(age)` as well; ages below `youngest` are left alone,
    /// because nobody is in them any more.
    #[inline]
    pub fn step_changed(&mut self, factor: [f64; W], youngest: usize, incidence: impl Fn(usize) -> [f64; W]) {
        let first = self.rates.first_age;
        for age in ((first + 1).max(youngest)..AGES).rev() {
            let (state, year) = self.live(age, self.state[age - 1], factor, incidence(age));
            self.state[age] = state;
            self.years[age] = year;
        }
        // Those who reach the first age bring its stored prevalence with them.
        let entry = self.entry();
        let mut year = self.live(first, entry, factor, incidence(first)).1;
        year.prevalence = entry.ill;
        self.state[first] = entry;
        self.years[first] = year;
    }

    /// The latest year by age.
    #[must_use]
    pub fn by_age(&self) -> &[AgeYear<W>] {
        &self.years
    }

    fn entry(&self) -> State<W> {
        State::with_prevalence([self.rates.stored_prevalence[self.sex][self.quintile][self.rates.first_age]; W])
    }

    #[inline]
    fn live(
        &self,
        age: usize,
        mut state: State<W>,
        factor: [f64; W],
        incidence_factor: [f64; W],
    ) -> (State<W>, AgeYear<W>) {
        let incidence = self.rates.incidence_rate[self.sex][self.quintile][age];
        let remission = self.rates.remission_rate[self.sex][self.quintile][age];
        let case_fatality = self.rates.case_fatality_rate[self.sex][self.quintile][age];
        let hazards = Hazards {
            incidence: std::array::from_fn(|lane| factor[lane] * incidence_factor[lane] * incidence),
            remission: [remission; W],
            case_fatality: factor.map(|f| f * case_fatality),
        };
        let year = advance(&hazards, &mut state);
        let lived = AgeYear {
            prevalence: state.ill,
            mean_prevalence: year.mean_prevalence,
            incidence_rate: hazards.incidence,
            mortality_rate: year.survival_share.map(|share| -math::ln(share)),
        };
        (state, lived)
    }
}

/// All diseases in all sexes and fifths.
#[derive(Debug, Clone)]
pub struct DiseaseBurden<'a, const W: usize> {
    /// Tracks by disease; `None` for a sex the disease is not followed in.
    tracks: Vec<[[Option<DiseaseTrack<'a, W>>; QUINTILES]; 2]>,
    nothing: Vec<AgeYear<W>>,
}

impl<'a, const W: usize> DiseaseBurden<'a, W> {
    /// Every disease at its stationary prevalence.
    #[must_use]
    pub fn stationary(diseases: &'a [DiseaseRates]) -> Self {
        let start = |rates: &'a DiseaseRates| {
            crate::strata::SEXES.map(|sex| {
                std::array::from_fn(|quintile| {
                    rates.sexes.contains(&sex).then(|| DiseaseTrack::stationary(rates, sex, quintile))
                })
            })
        };
        DiseaseBurden { tracks: diseases.iter().map(start).collect(), nothing: vec![AgeYear::NOTHING; AGES] }
    }

    /// One year on, for everything.
    pub fn step(&mut self, factor: [f64; W]) {
        for track in self.tracks.iter_mut().flatten().flatten().flatten() {
            track.step(factor);
        }
    }

    /// The latest year of one disease by age.
    #[must_use]
    pub fn by_age(&self, disease: usize, sex: usize, quintile: usize) -> &[AgeYear<W>] {
        self.tracks[disease][sex][quintile].as_ref().map_or(&self.nothing, DiseaseTrack::by_age)
    }
}
