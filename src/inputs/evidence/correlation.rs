//! Figures that are wrong together: how far the errors of a few figures go along with each other.

use std::collections::BTreeMap;

use nalgebra::{Cholesky, DMatrix};

use crate::error::Faults;
use crate::inputs::evidence::Evidence;
use crate::inputs::evidence::figure::{Figure, read_id};
use crate::inputs::evidence::provenance::{Provenance, read_provenance};
use crate::inputs::node::Node;
use crate::inputs::reader::{self, Keys};

/// Most members: a large group says more than anybody knows.
const MOST_MEMBERS: usize = 30;
/// Smallest square of a pivot of the factor that still counts as above 0.
const SMALLEST_PIVOT: f64 = 1e-9;

/// A group of figures whose draws go together.
#[derive(Debug, Clone, PartialEq)]
pub struct Correlation {
    /// Id.
    pub id: String,
    /// Plain words.
    pub label: String,
    /// Ids of parameters and effects, in the order of the matrix.
    pub members: Vec<String>,
    /// Correlation of the normal scores of every pair, row by row.
    pub matrix: Vec<Vec<f64>>,
    /// Where it comes from.
    pub provenance: Provenance,
}

impl Correlation {
    /// Reads a `[[correlation]]`.
    pub fn read(path: &str, node: &Node, faults: &mut Faults) -> Correlation {
        let mut keys = Keys::open(path, node, faults);
        let before = faults.len();
        let members = keys.texts("members", faults);
        if faults.len() == before && !(2..=MOST_MEMBERS).contains(&members.len()) {
            faults.add(keys.at("members"), members.len(), format!("a group has 2 to {MOST_MEMBERS} members"));
        }
        let matrix = read_matrix(&mut keys, members.len(), faults);
        if faults.len() == before {
            check_matrix(&keys, &matrix, faults);
        }
        let correlation = Correlation {
            id: read_id(&mut keys, faults),
            label: keys.words("label", faults),
            members,
            matrix,
            provenance: read_provenance(&mut keys, faults),
        };
        keys.done(faults);
        correlation
    }
}

/// `matrix`, or one `correlation` for every pair.
fn read_matrix(keys: &mut Keys<'_>, size: usize, faults: &mut Faults) -> Vec<Vec<f64>> {
    let path = keys.at("matrix");
    let common = keys.optional_number("correlation", faults);
    let rows = keys.optional("matrix");
    match (common, rows) {
        (Some(common), None) => {
            (0..size).map(|row| (0..size).map(|column| if row == column { 1.0 } else { common }).collect()).collect()
        }
        (None, Some(node)) => {
            let rows = reader::list(&path, node, faults);
            if rows.len() != size && matches!(node, Node::List(_)) {
                faults.add(&path, rows.len(), format!("must have one row for each of the {size} members"));
            }
            let read = |(index, row)| reader::numbers(&format!("{path}[{index}]"), row, size, faults);
            rows.iter().enumerate().map(read).collect()
        }
        _ => {
            faults.add(path, "", "give either correlation, one number for every pair, or matrix, one row per member");
            Vec::new()
        }
    }
}

fn check_matrix(keys: &Keys<'_>, matrix: &[Vec<f64>], faults: &mut Faults) {
    let before = faults.len();
    for (row, values) in matrix.iter().enumerate() {
        for (column, value) in values.iter().enumerate() {
            let at = || keys.at(&format!("matrix[{row}][{column}]"));
            if row == column && *value != 1.0 {
                faults.add(at(), value, "a figure's correlation with itself is 1");
            } else if row != column && !(-1.0..=1.0).contains(value) {
                faults.add(at(), value, "a correlation must be between -1 and 1");
            } else if column < row && *value != matrix[column][row] {
                faults.add(
                    at(),
                    value,
                    format!("must be the same as [{column}][{row}], which is {}", matrix[column][row]),
                );
            }
        }
    }
    if faults.len() == before && !is_positive_definite(matrix) {
        faults.add(
            keys.path(),
            "",
            "the correlations of this group contradict each other: its matrix is not positive definite",
        );
    }
}

fn is_positive_definite(matrix: &[Vec<f64>]) -> bool {
    let size = matrix.len();
    let matrix = DMatrix::from_fn(size, size, |row, column| matrix[row][column]);
    Cholesky::new(matrix).is_some_and(|factor| {
        let pivots = factor.l_dirty().diagonal();
        pivots.iter().all(|pivot| pivot * pivot > SMALLEST_PIVOT)
    })
}

/// Members are figures that are drawn, each in one group only: two groups could ask for what cannot be.
pub fn check(evidence: &Evidence, faults: &mut Faults) {
    let mut taken: BTreeMap<&str, &Correlation> = BTreeMap::new();
    for group in &evidence.correlations {
        for id in &group.members {
            let path = format!("correlation {}.members", group.id);
            let parameter = evidence.parameters.get(id).map(Figure::is_drawn_parameter);
            let effect = evidence.effects.get(id).map(|effect| effect.figure.uncertainty.is_range());
            match parameter.or(effect) {
                None => {
                    let nearest = evidence.parameters.nearest(id);
                    faults.add(
                        &path,
                        format!("\"{id}\""),
                        format!("no parameter or effect has this id; nearest: {nearest}"),
                    );
                }
                Some(false) => {
                    faults.add(
                        &path,
                        format!("\"{id}\""),
                        "has no range or is never used: there is nothing to go together",
                    );
                }
                Some(true) => {}
            }
            if let Some(other) = taken.insert(id, group) {
                let reason = format!("stands in a group already: {}; a figure may be in one, once", other.id);
                faults.add(&path, format!("\"{id}\""), reason);
            }
        }
    }
}
