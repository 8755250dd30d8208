//! The value of a single figure at which a net benefit changes sign: from gain to loss or from loss to gain. Where it only
//! comes to nothing, nothing is turned.
//!
//! Within its range a figure is looked at in the middle of each side and at both ends, so that a figure that turns the sign and
//! turns it back is found too unless it does so between two of these points. Beyond its range it is followed only in a
//! direction in which the net benefit has come nearer to 0, to its limits. Between two points of different sign the place is
//! found by the Illinois variant of false position, with halving where that stalls.

use crate::error::Faults;

/// Bracket at which the search ends, as a share of the one it began with.
const CLOSE: f64 = 1e-7;
/// Steps of false position before halving takes over.
const FALSE_POSITION: usize = 12;
/// Most steps in all.
const MOST_STEPS: usize = 60;
/// A figure whose ends move the net benefit by less than this share of it is not looked at between them.
const SLIGHT: f64 = 0.01;
/// Less than this share of the net benefit, on the other side of 0, is what adding up in another order leaves.
const ROUNDING: f64 = 1e-9;
/// Beyond its range a figure is followed only if a straight line would reach 0 before this many times its limit.
const IN_REACH: f64 = 3.0;

/// Where a net benefit changes sign.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Flip {
    /// The first value, coming from the centre, at which the sign is another.
    pub value: f64,
    /// True if it is within the range of the figure.
    pub within: bool,
    /// Distance from the central value as a share of the width of the range.
    pub distance: f64,
}

/// What is known of a figure before the search.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Side {
    /// End of the range, and the net benefit there; `None` where it cannot be told.
    pub end: (f64, Option<f64>),
    /// How far it is followed.
    pub limit: f64,
}

/// The net benefit at a point: known, if only that it cannot be told, or still to be run.
#[derive(Debug, Clone, Copy, PartialEq)]
enum At {
    Known(Option<f64>),
    ToRun,
}

/// Looks for the flip nearest to the centre on both sides. `net` gives the net benefit at a value, `None` where it cannot be
/// told; `centre` is the central value and the net benefit there.
///
/// ```
/// use headwater::value::sensitivity::threshold::{Side, search};
/// // 2 - x changes sign at 2: outside the range 0 to 1.5, inside the limits.
/// let sides = [Side { end: (0.0, Some(2.0)), limit: 0.0 }, Side { end: (1.5, Some(0.5)), limit: 10.0 }];
/// let flip = search(&mut |x| Ok(Some(2.0 - x)), (1.0, 1.0), sides)?.expect("a flip");
/// assert!((flip.value - 2.0).abs() < 1e-6 && !flip.within);
/// # Ok::<(), headwater::error::Faults>(())
/// ```
///
/// # Errors
/// Those of `net`.
pub fn search(
    net: &mut impl FnMut(f64) -> Result<Option<f64>, Faults>,
    centre: (f64, f64),
    sides: [Side; 2],
) -> Result<Option<Flip>, Faults> {
    let width = (sides[1].end.0 - sides[0].end.0).abs();
    let flip = |value: f64, within| Flip { value, within, distance: (value - centre.0).abs() / width };
    let mut nearest: Option<Flip> = None;
    let nearer = |found: Option<f64>, within, nearest: Option<Flip>| {
        let found = found.map(|value| flip(value, within));
        match (found, nearest) {
            (Some(found), Some(known)) if found.distance >= known.distance => Some(known),
            (None, known) => known,
            (found, _) => found,
        }
    };
    let moves_little = |side: &Side| side.end.1.is_some_and(|y| (y - centre.1).abs() < SLIGHT * centre.1.abs());
    let slight = sides.iter().all(moves_little);
    for side in sides {
        let points = inner_points(centre, side, slight);
        nearest = nearer(first_flip(net, centre, &points)?, true, nearest);
    }
    if nearest.is_some() {
        return Ok(nearest);
    }
    for side in sides.into_iter().filter(|side| worth_following(centre, side)) {
        let quarter = side.end.0 + 0.25 * (side.limit - side.end.0);
        let points = [(side.end.0, At::Known(side.end.1)), (quarter, At::ToRun), (side.limit, At::ToRun)];
        nearest = nearer(first_flip(net, centre, &points)?, false, nearest);
    }
    Ok(nearest)
}

/// The middle of a side, unless the figure matters little, and its end.
fn inner_points(centre: (f64, f64), side: Side, slight: bool) -> Vec<(f64, At)> {
    let (x, y) = side.end;
    if x == centre.0 {
        return Vec::new();
    }
    let middle = (0.5 * (x + centre.0), At::ToRun);
    let end = (x, At::Known(y));
    if slight { vec![end] } else { vec![middle, end] }
}

/// True if the side came nearer to 0 and may reach it before its limit.
fn worth_following(centre: (f64, f64), side: &Side) -> bool {
    let ((x, Some(y)), limit) = (side.end, side.limit) else { return false };
    let fell = (centre.1 - y) * centre.1.signum();
    if limit == x || x == centre.0 || fell <= 0.0 {
        return false;
    }
    let needed = y.abs() * (x - centre.0).abs() / fell;
    needed <= IN_REACH * (limit - x).abs()
}

/// The first value along `points`, from the centre outwards, at which the sign is another than at the centre.
fn first_flip(
    net: &mut impl FnMut(f64) -> Result<Option<f64>, Faults>,
    centre: (f64, f64),
    points: &[(f64, At)],
) -> Result<Option<f64>, Faults> {
    let mut before = centre;
    for (x, known) in points {
        let y = match known {
            At::Known(y) => *y,
            At::ToRun => net(*x)?,
        };
        let Some(y) = y else { return Ok(None) };
        if y * centre.1.signum() < -ROUNDING * centre.1.abs() {
            return narrow(net, before, (*x, y)).map(Some);
        }
        before = (*x, y);
    }
    Ok(None)
}

/// Narrows a bracket and gives its outer end, where the sign is turned.
fn narrow(
    net: &mut impl FnMut(f64) -> Result<Option<f64>, Faults>,
    mut inner: (f64, f64),
    mut outer: (f64, f64),
) -> Result<f64, Faults> {
    let close = CLOSE * (outer.0 - inner.0).abs();
    let sign = -outer.1.signum();
    // Weights of the Illinois method: an end that stays twice running is trusted half as much.
    let (mut weight_inner, mut weight_outer, mut last_inner) = (inner.1, outer.1, None);
    for step in 0..MOST_STEPS {
        if (outer.0 - inner.0).abs() <= close {
            break;
        }
        let middle = 0.5 * (inner.0 + outer.0);
        let line = (inner.0 * weight_outer - outer.0 * weight_inner) / (weight_outer - weight_inner);
        let inside = (line - inner.0) * (outer.0 - line) >= 0.0;
        // Once one end has come to the root, the other is far: a hair towards it, and it follows in one step.
        let farther = if (line - inner.0).abs() > (outer.0 - line).abs() { inner.0 } else { outer.0 };
        let nudged = line + 0.25 * close * (farther - line).signum();
        let x = if inside && step < FALSE_POSITION { nudged } else { middle };
        let Some(y) = net(x)? else { break };
        if y * sign >= 0.0 {
            inner = (x, y);
            weight_inner = y;
            weight_outer *= if last_inner == Some(true) { 0.5 } else { 1.0 };
            last_inner = Some(true);
        } else {
            outer = (x, y);
            weight_outer = y;
            weight_inner *= if last_inner == Some(false) { 0.5 } else { 1.0 };
            last_inner = Some(false);
        }
    }
    Ok(outer.0)
}
