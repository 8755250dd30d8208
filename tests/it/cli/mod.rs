//! The program as a person meets it.

mod baseline;
mod checks;
mod custom_place;
mod lifetable;
mod lifetable_faults;
mod own_tables;
mod packs;
mod places;
mod validate;
