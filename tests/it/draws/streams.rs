//! Which row holds what, whatever is asked for: seeds, parts, counts, other figures.

use headwater::inputs::node::Node;
use headwater::model::draws::stream::Stream;
use headwater::model::draws::{BLOCK, Draws, LARGEST_SEED, MOST};

use super::{changed, correlation, draws, ranks};
use crate::support::nodes::{assert_fault, at, items, record, set, text};
use crate::support::shipped;

/// The first numbers of SplitMix64 from 1234567, as its authors' code prints them.
#[test]
fn the_stream_is_splitmix64() {
    let stream = Stream::with_key(1_234_567);
    let expected = [
        6_457_827_717_110_365_317,
        3_203_168_211_198_807_973,
        9_817_491_932_198_370_423,
        4_593_380_528_125_082_431,
        16_408_922_859_458_223_821,
    ];
    for (counter, number) in (0..).zip(expected) {
        assert_eq!(stream.at(counter), number);
    }
}

#[track_caller]
fn same_rows(one: &Draws, other: &Draws, rows: std::ops::RangeInclusive<usize>) {
    for row in rows {
        let bits = |draws: &Draws| -> Vec<u64> {
            draws.row(row).unwrap_or_else(|| panic!("no row {row}")).values().iter().map(|v| v.to_bits()).collect()
        };
        assert_eq!(bits(one), bits(other), "row {row}");
    }
}

#[test]
fn the_same_row_holds_the_same_bits_whatever_part_is_asked_for() {
    let evidence = shipped::evidence();
    let whole = draws(evidence, 5, 1..=1_000);
    for part in [1..=250, 251..=400, 249..=252, 777..=777, 501..=1_000] {
        let made = draws(evidence, 5, part.clone());
        same_rows(&whole, &made, part.clone());
        assert_eq!(made.row(0).unwrap().values(), whole.row(0).unwrap().values());
        assert!(made.row(part.end() + 1).is_none());
        assert!(*part.start() == 1 || made.row(part.start() - 1).is_none());
    }
    same_rows(&whole, &draws(evidence, 5, 1..=4_001), 1..=1_000);
}

#[test]
fn another_seed_gives_other_draws_of_every_figure() {
    let evidence = shipped::evidence();
    let (one, other) = (draws(evidence, 5, 1..=500), draws(evidence, 6, 1..=500));
    for column in one.columns() {
        let (a, b) = (one.values(&column.id).unwrap(), other.values(&column.id).unwrap());
        assert_ne!(a, b, "{}", column.id);
        assert!(correlation(&ranks(&a), &ranks(&b)).abs() < 0.25, "{}", column.id);
    }
}

#[test]
fn a_figure_more_or_less_leaves_all_others_alone() {
    let before = draws(shipped::evidence(), 5, 1..=300);
    let more = changed(|pack| {
        let mut extra = record(pack, "parameter", "belief.causal_share").clone();
        set(&mut extra, "id", text("belief.another_share"));
        items(at(pack, "parameter")).insert(0, extra);
    });
    let fewer = changed(|pack| {
        let fixed = Node::Map(vec![("fixed".into(), text("for this test"))]);
        set(record(pack, "parameter", "belief.causal_share"), "uncertainty", fixed);
    });
    for (evidence, columns) in [(more, before.columns().len() + 1), (fewer, before.columns().len() - 1)] {
        let after = draws(&evidence, 5, 1..=300);
        assert_eq!(after.columns().len(), columns);
        for column in before.columns().iter().filter(|column| column.id != "belief.causal_share") {
            assert_eq!(after.values(&column.id), before.values(&column.id), "{}", column.id);
        }
    }
}

/// The share of uniform figures is their stratum: each met once in 250, and each quarter of it once in 1,000, and so on.
#[test]
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)] // small
fn every_stratum_is_met_once_in_each_block_and_each_refinement() {
    let table = draws(shipped::evidence(), 9, 1..=16 * 4 * BLOCK);
    let values = table.values("acute.capture_share").unwrap(); // uniform from 0 to 1
    for parts in [BLOCK, 4 * BLOCK, 16 * BLOCK, 64 * BLOCK] {
        for chunk in values.chunks(parts) {
            let mut met = vec![0; parts];
            chunk.iter().for_each(|share| met[(share * parts as f64) as usize] += 1);
            assert!(met.iter().all(|times| *times == 1), "{parts} parts");
        }
    }
    assert!(values.iter().all(|share| *share > 0.0 && *share < 1.0));
}

/// 1,000 draws: chance correlations have a standard deviation of 0.032; of 66,000 pairs the largest is about 0.14.
#[test]
fn figures_outside_a_group_are_drawn_independently() {
    let evidence = shipped::evidence();
    let table = draws(evidence, 1, 1..=1_000);
    let grouped: Vec<&String> = evidence.correlations.iter().flat_map(|group| &group.members).collect();
    let free = table.columns().iter().filter(|column| !grouped.contains(&&column.id));
    let columns: Vec<Vec<f64>> = free.map(|column| ranks(&table.values(&column.id).unwrap())).collect();
    for (index, one) in columns.iter().enumerate() {
        for other in &columns[index + 1..] {
            let found = correlation(one, other);
            assert!(found.abs() < 0.17, "{found}");
        }
    }
}

#[test]
fn impossible_requests_are_refused() {
    let faults = |seed, rows| Draws::new(shipped::evidence(), seed, rows).expect_err("refused");
    assert_fault(&faults(1, 0..=10), "draws", "within 1 to 100000");
    assert_fault(&faults(1, 1..=MOST + 1), "draws", "within 1 to 100000");
    #[allow(clippy::reversed_empty_ranges)] // what is refused
    let backwards = 10..=9;
    assert_fault(&faults(1, backwards), "draws", "within 1 to 100000");
    assert_fault(&faults(LARGEST_SEED + 1, 1..=10), "seed", "whole number");
    assert!(Draws::new(shipped::evidence(), LARGEST_SEED, 1..=1).is_ok());
}
