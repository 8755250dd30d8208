//! Several draws side by side as one number. Loops over a constant number of lanes become vector instructions.

use std::cell::Cell;
use std::ops::{Add, Div, Mul, Sub};

/// Draws side by side.
pub const WIDTH: usize = 8;

/// What the model needs of a number.
pub trait Lane: Copy + Add<Output = Self> + Sub<Output = Self> + Mul<Output = Self> + Div<Output = Self> {
    /// The same in every lane.
    fn all(value: f64) -> Self;
    /// A value for each lane.
    fn from_lanes(of: impl FnMut(usize) -> f64) -> Self;
    /// The value of one lane.
    fn lane(&self, at: usize) -> f64;
    /// The larger, lane by lane.
    fn larger(self, other: Self) -> Self;
    /// The smaller, lane by lane.
    fn smaller(self, other: Self) -> Self;
}

/// Eight draws: one cache line.
#[derive(Clone, Copy)]
#[repr(align(64))]
pub struct Eight([f64; WIDTH]);

impl Eight {
    #[inline(always)]
    fn with(mut self, other: Eight, of: impl Fn(f64, f64) -> f64) -> Eight {
        for (own, other) in self.0.iter_mut().zip(&other.0) {
            *own = of(*own, *other);
        }
        self
    }
}

macro_rules! operator {
    ($trait:ident, $name:ident, $operator:tt) => {
        impl $trait for Eight {
            type Output = Eight;
            #[inline(always)]
            fn $name(self, other: Eight) -> Eight {
                self.with(other, |own, other| own $operator other)
            }
        }
        #[allow(clippy::suspicious_arithmetic_impl)] // it counts
        impl $trait for Counted {
            type Output = Counted;
            fn $name(self, other: Counted) -> Counted {
                OPERATIONS.with(|count| count.set(count.get() + 1));
                Counted(self.0 $operator other.0)
            }
        }
    };
}
operator!(Add, add, +);
operator!(Sub, sub, -);
operator!(Mul, mul, *);
operator!(Div, div, /);

impl Lane for Eight {
    #[inline(always)]
    fn all(value: f64) -> Eight {
        Eight([value; WIDTH])
    }
    #[inline(always)]
    fn from_lanes(of: impl FnMut(usize) -> f64) -> Eight {
        Eight(std::array::from_fn(of))
    }
    #[inline(always)]
    fn lane(&self, at: usize) -> f64 {
        self.0[at]
    }
    #[inline(always)]
    fn larger(self, other: Eight) -> Eight {
        self.with(other, |own, other| if own > other { own } else { other })
    }
    #[inline(always)]
    fn smaller(self, other: Eight) -> Eight {
        self.with(other, |own, other| if own < other { own } else { other })
    }
}

thread_local! {
    static OPERATIONS: Cell<u64> = const { Cell::new(0) };
}

/// A number that counts the additions, subtractions, multiplications and divisions it goes through: how much arithmetic a
/// draw is.
#[derive(Clone, Copy)]
pub struct Counted(f64);

impl Counted {
    /// Arithmetic of this thread so far.
    pub fn operations() -> u64 {
        OPERATIONS.with(Cell::get)
    }
}

impl Lane for Counted {
    fn all(value: f64) -> Counted {
        Counted(value)
    }
    fn from_lanes(mut of: impl FnMut(usize) -> f64) -> Counted {
        Counted(of(0))
    }
    fn lane(&self, _: usize) -> f64 {
        self.0
    }
    fn larger(self, other: Counted) -> Counted {
        Counted(self.0.max(other.0))
    }
    fn smaller(self, other: Counted) -> Counted {
        Counted(self.0.min(other.0))
    }
}
