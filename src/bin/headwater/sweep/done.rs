//! What a sweep has done: one line per finished run beside the table it will become.
//!
//! A line that was cut off by a crash is dropped; a file of other inputs (its first line says which) is started anew.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use headwater::error::Faults;

use crate::files;
use crate::sweep::Pair;

/// Finished runs.
pub struct Done {
    path: PathBuf,
    pairs: Vec<Pair>,
}

/// Takes finished runs from many threads.
pub struct Keeper {
    inner: Mutex<(File, Vec<Pair>)>,
    path: PathBuf,
}

impl Done {
    /// Opens what an earlier call left, if its inputs were the same.
    pub fn open(out: &Path, key: &str) -> Result<(Done, Keeper), Faults> {
        let mut name = out.as_os_str().to_owned();
        name.push(".progress");
        let path = PathBuf::from(name);
        let pairs = if path.exists() { read(&files::read_text(&path)?, key) } else { Vec::new() };
        // Written again whole, so that a line cut off in the middle is gone.
        let mut text = format!("{key}\n");
        for pair in &pairs {
            text += &line(pair)?;
        }
        files::write_whole(&path, text.as_bytes())?;
        let file = File::options().append(true).open(&path).map_err(|error| files::unreadable(&path, &error))?;
        let keeper = Keeper { inner: Mutex::new((file, Vec::new())), path: path.clone() };
        Ok((Done { path, pairs }, keeper))
    }

    /// True if this run is finished.
    pub fn has(&self, place: &str, scenario: usize) -> bool {
        self.pairs.iter().any(|pair| pair.place == place && pair.scenario == scenario)
    }

    /// Everything finished, before and now.
    pub fn take(&mut self, keeper: Keeper) -> Vec<Pair> {
        let (_, new) = keeper.inner.into_inner().unwrap_or_else(PoisonError::into_inner);
        self.pairs.extend(new);
        std::mem::take(&mut self.pairs)
    }

    /// Forgets the progress: the table is written.
    pub fn remove(self) -> Result<(), Faults> {
        std::fs::remove_file(&self.path).map_err(|error| files::unreadable(&self.path, &error))
    }
}

impl Keeper {
    /// Keeps a finished run.
    pub fn keep(&self, pair: Pair) -> Result<(), Faults> {
        let line = line(&pair)?;
        let mut inner = self.inner.lock().unwrap_or_else(PoisonError::into_inner);
        let failed = |error: std::io::Error| {
            Faults::one(self.path.display().to_string(), "", format!("could not be written: {error}"))
        };
        inner.0.write_all(line.as_bytes()).map_err(failed)?;
        inner.1.push(pair);
        Ok(())
    }
}

fn line(pair: &Pair) -> Result<String, Faults> {
    let text = serde_json::to_string(pair).map_err(|error| Faults::one("progress", "", error.to_string()))?;
    Ok(text + "\n")
}

/// The finished runs of a progress file; none if it belongs to other inputs.
fn read(text: &str, key: &str) -> Vec<Pair> {
    let mut lines = text.lines();
    if lines.next() != Some(key) {
        return Vec::new();
    }
    lines.map_while(|line| serde_json::from_str(line).ok()).collect()
}
