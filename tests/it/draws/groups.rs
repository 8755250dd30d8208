//! Figures that are wrong together.

use headwater::inputs::evidence::Evidence;
use headwater::inputs::node::Node;
use headwater::model::draws::BLOCK;

use super::{changed, correlation, draws, ranks};
use crate::support::nodes::{assert_fault, at, items, record, remove, set, text};
use crate::support::shipped;

const GROUP: &str = "hospital_use_colorectal_cancer";
/// Uniform figures of no group.
const FREE: [&str; 3] = ["belief.causal_share", "acute.capture_share", "acute.k_2012"];

fn faults_of(change: impl FnOnce(&mut Node)) -> headwater::error::Faults {
    let mut pack = shipped::pack_node();
    change(&mut pack);
    Evidence::from_node(&pack).expect_err("the spoilt pack was accepted")
}

fn list(texts: &[&str]) -> Node {
    Node::List(texts.iter().map(|word| text(word)).collect())
}

/// A group of three free figures with this matrix in place of the one shipped.
fn regroup(pack: &mut Node, matrix: [[f64; 3]; 3]) {
    let group = record(pack, "correlation", GROUP);
    remove(group, "correlation");
    set(group, "members", list(&FREE));
    let rows = matrix.iter().map(|row| Node::List(row.iter().map(|cell| Node::Number(*cell)).collect()));
    set(group, "matrix", Node::List(rows.collect()));
}

/// The correlation of ranks of a Gaussian copula with correlation r is 6/pi asin(r/2).
#[test]
fn a_matrix_of_correlations_is_achieved() {
    let matrix = [[1.0, 0.8, -0.5], [0.8, 1.0, -0.2], [-0.5, -0.2, 1.0]];
    let evidence = changed(|pack| regroup(pack, matrix));
    let table = draws(&evidence, 4, 1..=4_000);
    let columns: Vec<Vec<f64>> = FREE.iter().map(|id| ranks(&table.values(id).unwrap())).collect();
    for (row, column) in [(0, 1), (0, 2), (1, 2)] {
        let wanted = 6.0 / std::f64::consts::PI * (matrix[row][column] / 2.0f64).asin();
        let found = correlation(&columns[row], &columns[column]);
        assert!((found - wanted).abs() < 0.015, "{row}, {column}: {found}, not {wanted}");
    }
}

#[test]
fn the_groups_of_the_pack_are_achieved() {
    let evidence = shipped::evidence();
    assert!(!evidence.correlations.is_empty());
    let table = draws(evidence, 8, 1..=4_000);
    for group in &evidence.correlations {
        let columns: Vec<Vec<f64>> = group.members.iter().map(|id| ranks(&table.values(id).unwrap())).collect();
        for (row, one) in columns.iter().enumerate() {
            for (column, other) in columns.iter().enumerate().skip(row + 1) {
                let wanted = 6.0 / std::f64::consts::PI * (group.matrix[row][column] / 2.0).asin();
                let found = correlation(one, other);
                assert!((found - wanted).abs() < 0.03, "{}: {found}, not {wanted}", group.id);
            }
        }
    }
}

#[test]
fn a_group_moves_the_order_of_draws_and_never_their_values() {
    let alone = changed(|pack| items(at(pack, "correlation")).clear());
    let (together, alone) = (draws(shipped::evidence(), 2, 1..=750), draws(&alone, 2, 1..=750));
    let mut moved = 0;
    for column in together.columns() {
        let (one, other) = (together.values(&column.id).unwrap(), alone.values(&column.id).unwrap());
        moved += usize::from(one != other);
        for (one, other) in one.chunks(BLOCK).zip(other.chunks(BLOCK)) {
            let sorted = |block: &[f64]| {
                let mut block = block.to_vec();
                block.sort_by(f64::total_cmp);
                block
            };
            assert_eq!(sorted(one), sorted(other), "{}", column.id);
        }
    }
    let members: usize = shipped::evidence().correlations.iter().map(|group| group.members.len() - 1).sum();
    assert_eq!(moved, members, "all members but the first of each group");
}

#[test]
fn a_matrix_that_cannot_be_is_refused_by_the_name_of_its_group() {
    let contradiction = [[1.0, 0.9, -0.9], [0.9, 1.0, 0.9], [-0.9, 0.9, 1.0]];
    let faults = faults_of(|pack| regroup(pack, contradiction));
    assert_fault(&faults, GROUP, "not positive definite");
    assert_eq!(faults.len(), 1, "{faults}");
    let twins = [[1.0, 1.0, 0.0], [1.0, 1.0, 0.0], [0.0, 0.0, 1.0]];
    assert_fault(&faults_of(|pack| regroup(pack, twins)), GROUP, "not positive definite");
    let lopsided = [[1.0, 0.5, 0.0], [0.4, 1.0, 0.0], [0.0, 0.0, 1.0]];
    assert_fault(
        &faults_of(|pack| regroup(pack, lopsided)),
        "hospital_use_colorectal_cancer.matrix[1][0]",
        "must be the same as",
    );
    let not_one = [[2.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];
    assert_fault(&faults_of(|pack| regroup(pack, not_one)), "matrix[0][0]", "with itself is 1");
    let beyond = [[1.0, 1.5, 0.0], [1.5, 1.0, 0.0], [0.0, 0.0, 1.0]];
    assert_fault(&faults_of(|pack| regroup(pack, beyond)), "matrix[0][1]", "between -1 and 1");
    let common = |pack: &mut Node| {
        let group = record(pack, "correlation", "reach_today_judged");
        set(group, "correlation", Node::Number(-0.5));
    };
    assert_fault(&faults_of(common), "reach_today_judged", "not positive definite");
}

#[test]
fn members_must_be_drawn_and_in_one_group() {
    let with = |members: &'static [&'static str]| {
        move |pack: &mut Node| set(record(pack, "correlation", GROUP), "members", list(members))
    };
    let path = "correlation hospital_use_colorectal_cancer.members";
    assert_fault(
        &faults_of(with(&["belief.causal_share", "belief.no_such"])),
        path,
        "no parameter or effect has this id",
    );
    assert_fault(
        &faults_of(with(&["belief.causal_share", "model.age_last"])),
        path,
        "no parameter or effect has this id",
    );
    let fixed = shipped::evidence().parameters.iter().find(|figure| !figure.uncertainty.is_range()).unwrap();
    let with_fixed = |pack: &mut Node| {
        set(record(pack, "correlation", GROUP), "members", list(&["belief.causal_share", &fixed.id]));
    };
    assert_fault(&faults_of(with_fixed), path, "nothing to go together");
    assert_fault(&faults_of(with(&["belief.causal_share", "belief.causal_share"])), path, "in a group already");
    let other = faults_of(with(&["belief.causal_share", "hospital.asthma.admissions_per_case_year"]));
    let twice = "stands in a group already: hospital_use_copd_asthma";
    assert_fault(&other, path, twice);
    assert_fault(
        &faults_of(with(&["belief.causal_share"])),
        "hospital_use_colorectal_cancer.members",
        "2 to 30 members",
    );
}

#[test]
fn a_group_says_how_strongly_in_one_way_and_where_from() {
    let neither = |pack: &mut Node| remove(record(pack, "correlation", GROUP), "correlation");
    assert_fault(&faults_of(neither), "hospital_use_colorectal_cancer.matrix", "give either correlation");
    let reason = |pack: &mut Node| remove(record(pack, "correlation", GROUP), "rationale");
    assert_fault(&faults_of(reason), "hospital_use_colorectal_cancer.rationale", "must say why");
}

/// COPD and asthma are shares of one count of admissions (0.68 and 0.25 in the middle): together never more than all of it.
#[test]
fn copd_and_asthma_stay_within_the_whole_they_are_shares_of() {
    let table = draws(shipped::evidence(), 5, 1..=4_000);
    let values = |disease: &str| table.values(&format!("hospital.{disease}.admissions_per_case_year")).unwrap();
    let central = |disease: &str| {
        let id = format!("hospital.{disease}.admissions_per_case_year");
        shipped::evidence().parameters.get(&id).unwrap().value
    };
    let share = |disease: &str, middle: f64| -> Vec<f64> {
        values(disease).iter().map(|rate| middle * rate / central(disease)).collect()
    };
    let both: Vec<f64> =
        share("copd", 0.68).iter().zip(share("asthma", 0.25)).map(|(copd, asthma)| copd + asthma).collect();
    let most = both.iter().copied().fold(0.0, f64::max);
    // The records give three digits of each rate.
    assert!(most < 1.01, "{most} of the whole");
    assert!(both.iter().filter(|all| **all > 1.0).count() < 40, "more than 1% of draws are above the whole");
}

#[test]
fn a_figure_that_is_not_drawn_says_why_and_only_one_that_would_be_needs_to() {
    let evidence = shipped::evidence();
    let why = &evidence.parameters.get("acute.ae_shape_emergency_share").unwrap().not_drawn;
    assert!(why.contains("baseline"), "{why}");
    let table = draws(evidence, 1, 1..=2);
    for id in ["acute.ae_shape_emergency_share", "model.incidence_scale_heart_stroke", "model.prevalence_scale"] {
        assert!(table.values(id).is_none(), "{id} is drawn");
    }
    for (id, why) in
        [("model.prevalence_scale", "not used"), ("england.acute_spend", "no range"), ("belief.causal_share", " ")]
    {
        let faults = faults_of(|pack| set(record(pack, "parameter", id), "not_drawn", text(why)));
        assert_fault(&faults, &format!("{id}.not_drawn"), "no other needs it");
    }
}
