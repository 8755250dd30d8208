//! How much arithmetic this processor can do at most with vectors of two numbers, which is what WebAssembly has: chains of a
//! multiplication and an addition that wait for nothing but themselves. As in the model, the two are two instructions. How
//! many chains keep a processor busy and still fit into its registers differs, so several numbers of chains are tried.

use std::hint::black_box;

use pair::{all, step, Pair};

/// Groups of chains: a compiler loses track of too many at once.
type Group = [Pair; CHAINS];
const CHAINS: usize = 4;

/// Numbers of groups that can be asked for.
pub const GROUPS: [u32; 3] = [1, 2, 3];

/// Does so many rounds with so many groups of chains; gives how many operations that was.
pub fn work(groups: u32, rounds: u32) -> f64 {
    match groups {
        1 => loops::<1>(rounds),
        2 => loops::<2>(rounds),
        _ => loops::<3>(rounds),
    }
    f64::from(2 * 2 * 4 * groups) * f64::from(rounds)
}

#[inline(never)]
fn loops<const GROUPS: usize>(rounds: u32) {
    let (shrink, more) = (black_box(all(0.999_999)), black_box(all(1e-9)));
    let mut groups: [Group; GROUPS] = [[all(1.0); CHAINS]; GROUPS];
    for _ in 0..rounds {
        for group in &mut groups {
            let mut next = *group;
            for chain in &mut next {
                *chain = step(*chain, shrink, more);
            }
            *group = next;
        }
    }
    black_box(groups);
}

#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
mod pair {
    pub type Pair = [f64; 2];

    pub fn all(value: f64) -> Pair {
        [value; 2]
    }

    #[inline(always)]
    pub fn step(chain: Pair, shrink: Pair, more: Pair) -> Pair {
        [chain[0] * shrink[0] + more[0], chain[1] * shrink[1] + more[1]]
    }
}

/// In WebAssembly the compiler makes no vectors of that by itself.
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
mod pair {
    use std::arch::wasm32::{f64x2_add, f64x2_mul, f64x2_splat, v128};

    pub type Pair = v128;

    pub fn all(value: f64) -> Pair {
        f64x2_splat(value)
    }

    pub fn step(chain: Pair, shrink: Pair, more: Pair) -> Pair {
        f64x2_add(f64x2_mul(chain, shrink), more)
    }
}
