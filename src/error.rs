//! What can be wrong with input, and how it is said.
//!
//! Every reader in this crate collects *all* faults of its input and returns them together. A fault always names where
//! (`path`), what was found (`value`) and why that will not do (`reason`), so that the command line, the page and a test
//! can show the same three things.

use std::fmt;

/// One thing wrong with an input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where: a file and a path inside it, in the input's own words.
    pub path: String,
    /// What was found there, shortened if long.
    pub value: String,
    /// Why it will not do, and what would.
    pub reason: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.reason)?;
        if !self.value.is_empty() {
            write!(f, " (found {})", self.value)?;
        }
        Ok(())
    }
}

/// Every fault of one input, in the order found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Faults(Vec<Fault>);

impl Faults {
    /// No faults yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A collection of exactly one fault.
    #[must_use]
    pub fn one(path: impl Into<String>, value: impl fmt::Display, reason: impl Into<String>) -> Self {
        let mut faults = Self::new();
        faults.add(path, value, reason);
        faults
    }

    /// Notes one more fault. Long values are cut at 60 characters.
    pub fn add(&mut self, path: impl Into<String>, value: impl fmt::Display, reason: impl Into<String>) {
        self.0.push(Fault { path: path.into(), value: shorten(&value.to_string(), 60), reason: reason.into() });
    }

    /// Takes over all faults of another collection.
    pub fn extend(&mut self, other: Faults) {
        self.0.extend(other.0);
    }

    /// Puts `prefix` in front of every path, for faults found inside a named file.
    #[must_use]
    pub fn under(mut self, prefix: &str) -> Self {
        for fault in &mut self.0 {
            fault.path = if fault.path.is_empty() { prefix.to_string() } else { format!("{prefix}: {}", fault.path) };
        }
        self
    }

    /// True if nothing is wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many faults there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The faults in the order found.
    pub fn iter(&self) -> impl Iterator<Item = &Fault> {
        self.0.iter()
    }

    /// `Ok(value)` if nothing is wrong, otherwise all faults.
    ///
    /// # Errors
    /// The collected faults.
    pub fn finish<T>(self, value: T) -> Result<T, Faults> {
        if self.is_empty() { Ok(value) } else { Err(self) }
    }
}

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, fault) in self.0.iter().enumerate() {
            if index > 0 {
                writeln!(f)?;
            }
            write!(f, "{fault}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Faults {}

fn shorten(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_string();
    }
    let head: String = text.chars().take(most).collect();
    format!("{head}…")
}
