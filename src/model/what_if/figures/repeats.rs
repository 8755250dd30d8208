//! Of the numbers of a future many are the same in every future, or the same as another of the same future: a component's time until
//! an effect comes is that of each of its effects. Hundreds of futures are kept, so each such number is kept once.

use std::sync::Arc;

/// Futures that are looked at before anything is taken to repeat itself. A future that does not is kept whole.
const LOOKED_AT: usize = 8;

/// Where every number of a future is found.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Source {
    /// With the future.
    Own,
    /// The same in every future.
    Always(f64),
    /// The same as an earlier number of the future.
    Same(usize),
}

/// Where all numbers of a future are found.
#[derive(Debug)]
struct Repeats(Vec<Source>);

/// The numbers of one future.
#[derive(Debug, Clone)]
pub(super) struct Numbers {
    own: Box<[f64]>,
    /// `None` where all are its own.
    repeats: Option<Arc<Repeats>>,
}

impl Numbers {
    /// How many are kept.
    pub(super) const fn kept(&self) -> usize {
        self.own.len()
    }

    /// All of them, in `all`.
    pub(super) fn write(&self, all: &mut Vec<f64>) {
        all.clear();
        let Some(repeats) = &self.repeats else {
            all.extend_from_slice(&self.own);
            return;
        };
        let mut own = self.own.iter();
        for source in &repeats.0 {
            let number = match source {
                Source::Own => own.next().copied(),
                Source::Always(number) => Some(*number),
                Source::Same(earlier) => all.get(*earlier).copied(),
            };
            debug_assert!(number.is_some(), "numbers of another plan");
            all.extend(number);
        }
    }
}

/// Takes the numbers of one future after another.
#[derive(Debug, Default)]
pub(super) struct Keeper {
    /// The first futures.
    seen: Vec<Vec<f64>>,
    repeats: Option<Arc<Repeats>>,
}

impl Keeper {
    /// What has to be kept of a future: as many numbers as of all others, in the same order.
    pub(super) fn keep(&mut self, all: &[f64]) -> Numbers {
        if self.repeats.is_none() && self.seen.len() == LOOKED_AT {
            self.repeats = Some(Arc::new(Repeats::of(&self.seen)));
            self.seen = Vec::new();
        }
        match &self.repeats {
            Some(repeats) if repeats.hold(all) => {
                let own = repeats.0.iter().zip(all).filter(|(source, _)| **source == Source::Own);
                Numbers { own: own.map(|(_, number)| *number).collect(), repeats: Some(Arc::clone(repeats)) }
            }
            known => {
                if known.is_none() {
                    self.seen.push(all.to_vec());
                }
                Numbers { own: all.into(), repeats: None }
            }
        }
    }
}

impl Repeats {
    /// What repeats itself in all of some futures.
    fn of(futures: &[Vec<f64>]) -> Repeats {
        let (first, rest) = (&futures[0], &futures[1..]);
        let always = |at: usize| rest.iter().all(|future| is_same(future[at], first[at]));
        let same = |at: usize, other: usize| futures.iter().all(|future| is_same(future[at], future[other]));
        let source = |at: usize| {
            if always(at) {
                return Source::Always(first[at]);
            }
            (0..at).find(|earlier| same(at, *earlier)).map_or(Source::Own, Source::Same)
        };
        Repeats((0..first.len()).map(source).collect())
    }

    /// Whether a future repeats itself in the same way.
    fn hold(&self, all: &[f64]) -> bool {
        self.0.len() == all.len()
            && self.0.iter().zip(all).all(|(source, number)| match source {
                Source::Own => true,
                Source::Always(other) => is_same(*number, *other),
                Source::Same(earlier) => is_same(*number, all[*earlier]),
            })
    }
}

/// The same to the bit.
const fn is_same(one: f64, other: f64) -> bool {
    one.to_bits() == other.to_bits()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A number that is always 7, one drawn, the same again, one that follows it but in future 20, one that moves from future 30.
    fn future(number: usize) -> Vec<f64> {
        #[allow(clippy::cast_precision_loss)] // small
        let drawn = (number * 37 % 11) as f64;
        vec![7.0, drawn, drawn, if number == 20 { -1.0 } else { drawn }, if number < 30 { 0.5 } else { drawn }]
    }

    #[test]
    fn every_future_comes_back_as_it_was_and_repeats_are_kept_once() {
        let mut keeper = Keeper::default();
        let kept: Vec<Numbers> = (0..40).map(|number| keeper.keep(&future(number))).collect();
        let mut all = vec![f64::NAN; 9];
        for (number, kept) in kept.iter().enumerate() {
            kept.write(&mut all);
            assert_eq!(all, future(number), "future {number}");
        }
        let held: Vec<usize> = kept.iter().map(|kept| kept.own.len()).collect();
        assert!(held[..LOOKED_AT].iter().all(|own| *own == 5), "{held:?}");
        assert_eq!((held[19], held[20], held[21]), (1, 5, 1));
        assert!(held[30..].iter().all(|own| *own == 5), "a number that moves late: {held:?}");
    }

    #[test]
    fn plus_and_minus_nothing_are_two_numbers() {
        let mut keeper = Keeper::default();
        let kept: Vec<Numbers> = (0..10).map(|number| keeper.keep(&[if number == 9 { -0.0 } else { 0.0 }])).collect();
        let mut all = Vec::new();
        kept[9].write(&mut all);
        assert_eq!(all[0].to_bits(), (-0.0_f64).to_bits());
    }
}
