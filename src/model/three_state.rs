//! One year of a disease, exactly: people are well, ill with it, or dead of it.
//!
//! The hazards (per person-year) of falling ill `i`, recovering `r` and dying of the disease `f` are constant within the
//! year, so the year is a matrix exponential of the generator of that process. For three states it has a closed form
//! (Barendregt and others, Population Health Metrics 2003, 1:4). The published form loses digits when eigenvalues
//! coincide or vanish; the one below is the same function written so that every term is a sum of non-negative numbers:
//!
//! ```text
//! q  = sqrt((i - f)^2 + 2 r (i + f) + r^2)      distance between the eigenvalues, never imaginary
//! s  = i + r + f,   d = r + f - i,   so that  q^2 - d^2 = 4 i r   and   s^2 - q^2 = 4 i f
//! A  = exp(-2 i f / (s + q))                    the slow eigenvalue, without cancellation
//! e  = exp(-q),   g = (1 - e) / q               g = 1 where the eigenvalues coincide
//! u  = (q + d) / 2q,   v = (q - d) / 2q         the smaller of the two from 2 i r / (q (q -+ d))
//! well to well A (u + e v)      well to ill A g i
//! ill to well  A g r            ill to ill  A (v + e u)
//! ```
//!
//! Death of other causes is deliberately absent: it is the life table's business, and it removes well and ill alike.
//!
//! Arrays of `W` lanes hold the same quantity for `W` draws side by side; `W = 1` is the central run.

use crate::math;

/// Yearly hazards of one disease, per person-year, 0 or more.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hazards<const W: usize> {
    /// Of falling ill, among the well.
    pub incidence: [f64; W],
    /// Of recovering, among the ill.
    pub remission: [f64; W],
    /// Of dying of the disease, among the ill.
    pub case_fatality: [f64; W],
}

/// Shares of the people alive at a moment; they add to 1 while anybody is alive.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct State<const W: usize> {
    /// Without the disease.
    pub well: [f64; W],
    /// With it.
    pub ill: [f64; W],
}

impl<const W: usize> State<W> {
    /// Everybody alive, `prevalence` (0 to 1) of them ill.
    #[inline]
    #[must_use]
    pub fn with_prevalence(prevalence: [f64; W]) -> Self {
        State { well: prevalence.map(|ill| 1.0 - ill), ill: prevalence }
    }
}

/// What a year did to the disease.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Year<const W: usize> {
    /// Share of those alive at the start who did not die of the disease.
    pub survival_share: [f64; W],
    /// (ill at start + ill at end) / (alive at start + alive at end).
    pub mean_prevalence: [f64; W],
}

/// Shares that move within one year, per lane. Rows add to at most 1; the rest died of the disease.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Transition {
    /// Well at the start and at the end.
    pub well_to_well: f64,
    /// Fell ill and lives.
    pub well_to_ill: f64,
    /// Recovered.
    pub ill_to_well: f64,
    /// Ill at the start and at the end.
    pub ill_to_ill: f64,
}

/// The exact one-year transition shares.
///
/// ```
/// use headwater::model::three_state::transition;
/// let year = transition(0.1, 0.0, 0.0);
/// assert!((year.well_to_ill - (1.0 - (-0.1_f64).exp())).abs() < 1e-15);
/// ```
#[inline]
#[must_use]
pub fn transition(incidence: f64, remission: f64, case_fatality: f64) -> Transition {
    let (i, r, f) = (incidence, remission, case_fatality);
    let gap = i - f;
    let q = (gap * gap + 2.0 * r * (i + f) + r * r).sqrt();
    let sum = i + r + f;
    let difference = r - gap; // from the gap, which is exact where i and f are close: r + f - i would round r away
    let slow = if sum + q > 0.0 { -2.0 * i * f / (sum + q) } else { 0.0 };
    let scale = math::exp(slow);
    let (fall, fast) = fast_eigenvalue(q);
    let mean = if q > 0.0 { -fall / q } else { 1.0 };
    let (u, v) = weights(q, difference, i * r);
    Transition {
        well_to_well: scale * (u + fast * v),
        well_to_ill: scale * mean * i,
        ill_to_well: scale * mean * r,
        ill_to_ill: scale * (v + fast * u),
    }
}

/// `(e - 1, e)` with `e = exp(-q)`, both to their own last digits: the difference when q is small, e when it is large (few
/// survive a year of a large hazard, and how few decides their mortality).
#[inline]
fn fast_eigenvalue(q: f64) -> (f64, f64) {
    if q < 0.5 {
        let fall = math::exp_m1(-q);
        (fall, 1.0 + fall)
    } else {
        let fast = math::exp(-q);
        (fast - 1.0, fast)
    }
}

/// `((q + d) / 2q, (q - d) / 2q)`, each free of cancellation.
#[inline]
fn weights(q: f64, difference: f64, product: f64) -> (f64, f64) {
    if q <= 0.0 {
        return (0.5, 0.5);
    }
    let small = 2.0 * product / (q * (q + difference.abs()));
    let large = 1.0 - small; // exactly 1 where nobody falls ill or nobody recovers
    if difference >= 0.0 { (large, small) } else { (small, large) }
}

/// Moves the state through one year and says what the year did.
///
/// If nobody would survive the disease, `survival_share` is 0 and the state is left without anybody in it.
#[inline]
pub fn advance<const W: usize>(hazards: &Hazards<W>, state: &mut State<W>) -> Year<W> {
    let mut year = Year { survival_share: [0.0; W], mean_prevalence: [0.0; W] };
    for lane in 0..W {
        let move_ = transition(hazards.incidence[lane], hazards.remission[lane], hazards.case_fatality[lane]);
        let (well, ill) = (state.well[lane], state.ill[lane]);
        let well_end = well * move_.well_to_well + ill * move_.ill_to_well;
        let ill_end = well * move_.well_to_ill + ill * move_.ill_to_ill;
        let alive_start = well + ill;
        let alive_end = well_end + ill_end;
        // Where nobody can die of it the sum of shares would be 1 but for its last digit, and that digit would be a death.
        let deadly = hazards.case_fatality[lane] > 0.0;
        year.survival_share[lane] = if deadly { alive_end / alive_start } else { 1.0 };
        year.mean_prevalence[lane] = (ill + ill_end) / (alive_start + alive_end);
        let whole = if alive_end > 0.0 { alive_end } else { 1.0 };
        state.well[lane] = well_end / whole;
        state.ill[lane] = ill_end / whole;
    }
    year
}
