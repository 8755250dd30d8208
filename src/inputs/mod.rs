//! Bytes in, types that cannot be invalid out. Parsing happens here, once.

pub mod agreement;
pub mod evidence;
pub mod goal;
pub mod node;
pub mod place;
pub mod reader;
pub mod scenario;
pub mod target;
