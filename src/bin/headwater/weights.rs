//! Reads a shared-outcomes framework file.

use std::path::Path;

use headwater::error::Faults;
use headwater::inputs::node::Node;
use headwater::value::weights::Framework;

use crate::files;

/// Reads a framework.
pub fn read(path: &Path) -> Result<Framework, Faults> {
    let under = |faults: Faults| faults.under(&path.display().to_string());
    let node = Node::from_json(&files::read_bytes(path)?).map_err(under)?;
    Framework::read(&node).map_err(under)
}
