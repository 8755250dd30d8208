//! What the answer hangs on: does its sign survive rival evidence, which single figure would turn it and at what value, what
//! would it be most worth to know, and how sure is each of its parts?
//!
//! Everything is asked about one net benefit ([`about`]): a change counted so that above 0 is better. Exact runs of the model
//! with figures or sides moved come from a [`probe`]; many possible futures come from outside, as the rows of an ensemble.
//!
//! Reading order: [`about`] (what is asked), [`probe`] (the runs), [`figures`] (which figures a run reads), [`tornado`] and
//! [`threshold`] (one figure at a time), [`rivals`] (one side at a time), [`rank`] and [`evppi`] (over draws),
//! [`contributions`] (parts, over draws), [`question`] (all of it, step by step), [`document`] (what is written).

pub mod about;
pub mod contributions;
pub mod document;
pub mod evppi;
pub mod figures;
pub mod groups;
pub mod learn;
pub mod price;
pub mod probe;
pub mod question;
pub mod rank;
pub mod regression;
pub mod rivals;
pub mod spline;
pub mod threshold;
pub mod tornado;
pub mod words;
