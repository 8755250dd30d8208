//! Sentences for the command line and for tables; the page words its own from the same figures.

use crate::units::Kind;
use crate::value::sensitivity::about::About;
use crate::value::sensitivity::figures::Figure;

/// A number with three figures that count, thousands apart.
///
/// ```
/// use headwater::value::sensitivity::words::number;
/// assert_eq!([number(1234.6), number(-0.04567), number(31.26), number(0.0)], ["1,235", "-0.0457", "31.3", "0"]);
/// ```
#[must_use]
pub fn number(value: f64) -> String {
    if value == 0.0 {
        return "0".into();
    }
    let size = value.abs();
    // Places after the point so that three figures count, at most eight.
    let mut places = 0;
    let mut scaled = size;
    while scaled < 100.0 && places < 8 {
        scaled *= 10.0;
        places += 1;
    }
    let text = format!("{size:.places$}");
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    let (whole, rest) = text.split_once('.').map_or((text, String::new()), |(whole, rest)| (whole, format!(".{rest}")));
    let mut grouped = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    format!("{}{grouped}{rest}", if value < 0.0 { "-" } else { "" })
}

/// A net benefit in words: the size, and what is gained or lost.
#[must_use]
pub fn net(about: &About, net: f64) -> String {
    let label = &about.labels[usize::from(net < 0.0)];
    format!("{} {label}", number(net.abs()))
}

/// A value with its unit.
#[must_use]
pub fn value(figure: &Figure, value: f64) -> String {
    let shown = figure.shown(value);
    match figure.kind {
        Kind::Share | Kind::Growth => format!("{}%", number(100.0 * shown)),
        Kind::Ratio => number(shown),
        Kind::Money | Kind::MoneyChange => format!("£{}", number(shown)),
        _ => format!("{} {}", number(shown), figure.unit.replace('_', " ")),
    }
}

/// Pounds.
#[must_use]
pub fn pounds(value: f64) -> String {
    format!("£{}", number(value))
}

/// What one would have to believe for the answer to turn.
#[must_use]
pub fn believe(label: &str, flipped: &str, central: &str, within: bool) -> String {
    let reach = if within { "inside" } else { "outside" };
    format!("You would have to believe that \"{label}\" is {flipped} instead of {central}, which is {reach} its range.")
}

/// Several things as one phrase: `a, b and c`.
#[must_use]
pub fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}
