//! Comparisons that say what differed.

/// Fails unless `found` is within `tolerance` of `expected`, relative to `expected` where that is above 1.
#[track_caller]
pub fn assert_close(found: f64, expected: f64, tolerance: f64, what: &str) {
    let difference = (found - expected).abs() / expected.abs().max(1.0);
    assert!(
        difference <= tolerance,
        "{what}: {found} is not {expected} (off by {difference:e}, allowed {tolerance:e})"
    );
}

/// Relative difference; 0 where both are 0.
pub fn relative(found: f64, expected: f64) -> f64 {
    if found == expected { 0.0 } else { (found - expected).abs() / expected.abs() }
}
