//! Puts results on the screen or whole into a file.

use std::io::Write;
use std::path::Path;

use headwater::error::Faults;

use crate::files;

/// Writes to `out`, or to the screen. A reader that closes the pipe early is not an error.
pub fn write(out: Option<&Path>, bytes: &[u8]) -> Result<(), Faults> {
    if let Some(path) = out {
        return files::write_whole(path, bytes);
    }
    match std::io::stdout().lock().write_all(bytes) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(Faults::one("screen", "", format!("could not be written: {error}")))
        }
        _ => Ok(()),
    }
}

/// Rows to CSV bytes.
pub fn csv_bytes<R, C>(header: &[&str], rows: R) -> Result<Vec<u8>, Faults>
where
    R: IntoIterator<Item = C>,
    C: IntoIterator<Item = String>,
{
    let failed = |error: csv::Error| Faults::one("", "", format!("could not write a row: {error}"));
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(header).map_err(failed)?;
    for row in rows {
        writer.write_record(row.into_iter().collect::<Vec<_>>()).map_err(failed)?;
    }
    writer.into_inner().map_err(|error| Faults::one("", "", error.to_string()))
}

/// A JSON document with a line break at its end.
pub fn json_bytes(value: &serde_json::Value) -> Result<Vec<u8>, Faults> {
    let mut bytes = serde_json::to_vec_pretty(value).map_err(|error| Faults::one("", "", error.to_string()))?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// A number for people: thousands separated, few decimals.
pub fn readable(value: f64) -> String {
    let decimals = if value.abs() >= 1000.0 {
        0
    } else if value.abs() >= 10.0 {
        1
    } else {
        2
    };
    let text = format!("{value:.decimals$}");
    let (whole, rest) = text.split_once('.').map_or((text.as_str(), String::new()), |(w, r)| (w, format!(".{r}")));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    format!("{sign}{grouped}{rest}")
}
