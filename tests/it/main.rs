//! All integration tests in one binary, one module per kind of question (see `docs/VALIDATION.md` for what they show).
//!
//! * `oracles`: somebody else's numbers, or another algorithm's;
//! * `laws`: what must hold for any input;
//! * `place_laws`: what must hold for every shipped place;
//! * `pairs`: two plans in the same futures;
//! * `packs`: broken data is refused, all of it, with path and reason;
//! * `liveness`: every figure moves something, or is on a list that says why not;
//! * `golden`: did a number move;
//! * `backwards`: from a goal to a plan, against brute force and other solvers;
//! * `cli`: the program as a person meets it;
//! * `sensitivity`: what an answer hangs on, against closed forms and plain runs;
//! * `what_if_commands`: what the commands about scenarios promise;
//! * `what_if_course`: diseases worked out beside a run, or kept for the next;
//! * `what_if_figures`: what is kept of a future makes its plan;
//! * `own_figures`: a reader's own figures are marked in every output;
//! * `draws`: the table of possible futures: families, streams, groups, records;
//! * `quick`: how far the quick engine of futures is from the exact one;
//! * `quick_break_even`: the same of the years in which money is back;
//! * `worked_example`: the numbers of the worked example in docs/METHOD.md.
//!
//! A missing fixture fails; nothing is skipped.

// clippy's allowance for tests covers functions marked #[test] only; helpers here are tests too.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod backwards;
mod cli;
mod draws;
mod ensemble;
mod golden;
mod laws;
mod liveness;
mod oracles;
mod own_figures;
mod packs;
mod pairs;
mod place_laws;
mod quick;
mod quick_break_even;
mod sensitivity;
mod support;
mod what_if_agreements;
mod what_if_bad_input;
mod what_if_checks;
mod what_if_commands;
mod what_if_course;
mod what_if_disease_route;
mod what_if_documents;
mod what_if_everywhere;
mod what_if_figures;
mod what_if_laws;
mod what_if_life;
mod what_if_oracles;
mod what_if_prices;
mod what_if_supported;
mod worked_example;
