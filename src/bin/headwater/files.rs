//! Reading and writing files with clear messages: what could not be read, where, and what to do.

use std::io::{Read, Write};
use std::path::Path;

use headwater::error::Faults;

/// No input of this program is near this size; a larger file is a mistake, and reading it would fill the memory.
const LARGEST: u64 = 256 * 1024 * 1024;

/// A fault for a file that could not be opened or read.
pub fn unreadable(path: &Path, error: &std::io::Error) -> Faults {
    let reason = match error.kind() {
        std::io::ErrorKind::NotFound => "there is no such file or folder".to_string(),
        std::io::ErrorKind::PermissionDenied => "this file may not be read: check its permissions".to_string(),
        _ => format!("could not be read: {error}"),
    };
    Faults::one(path.display().to_string(), "", reason)
}

/// Reads a whole file of sensible size.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, Faults> {
    let mut file = std::fs::File::open(path).map_err(|error| unreadable(path, &error))?;
    let info = file.metadata().map_err(|error| unreadable(path, &error))?;
    if info.is_dir() {
        return Err(Faults::one(path.display().to_string(), "", "is a folder, not a file"));
    }
    let too_large = || {
        Faults::one(
            path.display().to_string(),
            if info.len() > LARGEST { format!("{} MB", info.len() / 1_000_000) } else { String::new() },
            format!("is larger than any input of this program ({} MB): is it the right file?", LARGEST / 1_000_000),
        )
    };
    if info.len() > LARGEST {
        return Err(too_large());
    }
    let mut bytes = Vec::new();
    // The limit also holds for pipes and growing files, whose size is not known beforehand.
    Read::by_ref(&mut file).take(LARGEST + 1).read_to_end(&mut bytes).map_err(|error| unreadable(path, &error))?;
    if bytes.len() as u64 > LARGEST {
        return Err(too_large());
    }
    Ok(bytes)
}

/// Reads a UTF-8 text file; a byte-order mark is dropped.
pub fn read_text(path: &Path) -> Result<String, Faults> {
    let bytes = read_bytes(path)?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let line = error.as_bytes().iter().take(at).filter(|byte| **byte == b'\n').count() + 1;
        Faults::one(
            format!("{}, line {line}", path.display()),
            format!("byte {at}"),
            "the file is not UTF-8 text; save it as UTF-8",
        )
    })?;
    Ok(text.strip_prefix('\u{feff}').map_or(text.clone(), str::to_string))
}

/// Writes a file completely or not at all: to a new neighbour first, then renamed. A link is followed; a device or pipe is
/// written to directly, because it cannot be replaced.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), Faults> {
    let fault =
        |error: &std::io::Error| Faults::one(path.display().to_string(), "", format!("could not be written: {error}"));
    let target = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    if target.is_dir() {
        return Err(Faults::one(path.display().to_string(), "", "is a folder: name a file in it"));
    }
    if target.exists() && !target.is_file() {
        let mut device = std::fs::OpenOptions::new().write(true).open(&target).map_err(|error| fault(&error))?;
        return device.write_all(bytes).map_err(|error| fault(&error));
    }
    let name = target.file_name().map_or_else(|| "output".into(), |name| name.to_string_lossy().into_owned());
    let neighbour = target.with_file_name(format!(".{name}.{}.tmp", std::process::id()));
    let written = std::fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(&neighbour)
        .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
        .and_then(|()| std::fs::rename(&neighbour, &target));
    written.map_err(|error| {
        if error.kind() != std::io::ErrorKind::AlreadyExists {
            let _ = std::fs::remove_file(&neighbour);
        }
        fault(&error)
    })
}

/// A delimited table: header and rows of text.
#[derive(Debug)]
pub struct Table {
    /// Column names.
    pub header: Vec<String>,
    /// Cells by row.
    pub rows: Vec<Vec<String>>,
    /// Line of the file each row starts on.
    pub lines: Vec<u64>,
}

impl Table {
    /// Reads a table; every row must have as many cells as the header.
    pub fn read(path: &Path, delimiter: u8) -> Result<Table, Faults> {
        let text = read_text(path)?;
        Table::parse(&text, delimiter).map_err(|faults| faults.under(&path.display().to_string()))
    }

    /// Reads a table from text.
    pub fn parse(text: &str, delimiter: u8) -> Result<Table, Faults> {
        let mut reader =
            csv::ReaderBuilder::new().delimiter(delimiter).trim(csv::Trim::All).from_reader(text.as_bytes());
        let header: Vec<String> = match reader.headers() {
            Ok(header) => header.iter().map(str::to_string).collect(),
            Err(error) => return Err(Faults::one("line 1", "", error.to_string())),
        };
        if let Some(fault) = wrong_delimiter(&header) {
            return Err(fault);
        }
        if header.iter().all(String::is_empty) {
            return Err(Faults::one("line 1", "", "the file is empty: it needs a header line"));
        }
        let mut table = Table { header, rows: Vec::new(), lines: Vec::new() };
        let mut faults = Faults::new();
        for record in reader.records() {
            match record {
                Ok(record) => {
                    table.lines.push(record.position().map_or(0, csv::Position::line));
                    table.rows.push(record.iter().map(str::to_string).collect());
                }
                Err(error) => {
                    faults.add(line_of(&error), "", describe(&error));
                    if faults.len() >= 20 {
                        break;
                    }
                }
            }
        }
        faults.finish(table)
    }
}

/// One column whose name holds another delimiter: the commonest way a table is unreadable.
fn wrong_delimiter(header: &[String]) -> Option<Faults> {
    let [only] = header else { return None };
    let other =
        [(';', "semicolons"), ('\t', "tabs"), ('|', "bars")].into_iter().find(|(mark, _)| only.contains(*mark))?;
    Some(Faults::one(
        "line 1",
        only,
        format!("the columns seem to be separated by {}; save the file with commas", other.1),
    ))
}

fn line_of(error: &csv::Error) -> String {
    error.position().map_or_else(|| "the table".to_string(), |position| format!("line {}", position.line()))
}

fn describe(error: &csv::Error) -> String {
    match error.kind() {
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            format!(
                "has {len} cells, the header has {expected_len}: is the file cut off, or a comma missing or too many?"
            )
        }
        _ => error.to_string(),
    }
}
