//! Runs the program as a person would, and folders that vanish with the test.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

/// What the program said.
pub struct Said {
    /// Exit code.
    pub code: i32,
    /// Results.
    pub out: String,
    /// Faults and notes.
    pub err: String,
}

/// Runs the program in the project's folder.
pub fn headwater(args: &[&str]) -> Said {
    let output = Command::new(env!("CARGO_BIN_EXE_headwater"))
        .args(args)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("the program starts");
    Said {
        code: output.status.code().expect("the program ended by itself"),
        out: String::from_utf8(output.stdout).expect("results are UTF-8"),
        err: String::from_utf8(output.stderr).expect("messages are UTF-8"),
    }
}

impl Said {
    /// The results of a run that must have gone well.
    #[track_caller]
    pub fn done(self) -> String {
        assert_eq!(self.code, 0, "{}", self.err);
        self.out
    }

    /// The messages of a run that must have found faults in its input: exit code 1, no results, no panic.
    #[track_caller]
    pub fn faulty(self) -> String {
        assert_eq!(self.code, 1, "should have refused; said {}{}", self.out, self.err);
        assert_eq!(self.out, "", "faulty input must give no results");
        assert!(!self.err.contains("panicked"), "{}", self.err);
        self.err
    }
}

/// Fails unless the text holds every one of the pieces.
#[track_caller]
pub fn assert_says(text: &str, pieces: &[&str]) {
    for piece in pieces {
        assert!(text.contains(piece), "\"{piece}\" is not in:\n{text}");
    }
}

/// A folder that is removed when the test ends.
pub struct Folder(PathBuf);

impl Folder {
    /// A new empty folder.
    pub fn new() -> Folder {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("headwater-test-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&path).expect("a temporary folder");
        Folder(path)
    }

    /// A path inside it.
    pub fn path(&self, inside: &str) -> PathBuf {
        self.0.join(inside)
    }

    /// The path inside it as text, for arguments.
    pub fn text(&self, inside: &str) -> String {
        self.path(inside).to_str().expect("a path that is text").to_string()
    }

    /// Writes a file, making the folders on the way.
    pub fn write(&self, inside: &str, contents: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(inside);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(&path, contents).expect("a file");
        path
    }

    /// Copies a folder of the project into it.
    pub fn copy(&self, inside: &str) {
        copy_all(&Path::new(env!("CARGO_MANIFEST_DIR")).join(inside), &self.path(inside));
    }

    /// Changes a text file in it; the change must change something.
    pub fn edit(&self, inside: &str, change: impl FnOnce(String) -> String) {
        let before = std::fs::read_to_string(self.path(inside)).unwrap_or_else(|error| panic!("{inside}: {error}"));
        let after = change(before.clone());
        assert_ne!(before, after, "{inside} was not changed");
        self.write(inside, after);
    }

    /// Names of the files directly in it.
    pub fn files(&self) -> Vec<String> {
        let mut names: Vec<String> = std::fs::read_dir(&self.0)
            .expect("the folder")
            .map(|entry| entry.expect("an entry").file_name().into_string().expect("a name that is text"))
            .collect();
        names.sort();
        names
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn copy_all(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).unwrap_or_else(|error| panic!("{}: {error}", from.display())) {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_all(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), &target).expect("a copy");
        }
    }
}
