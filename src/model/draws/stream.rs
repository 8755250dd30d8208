//! Random numbers by counter: the n-th number of a figure's stream without the ones before it.
//!
//! SplitMix64 (Steele, Lea and Flood 2014): its state after n steps is `key + n * GAMMA`, so any place of the stream is one
//! addition and one mix away. The key comes from the seed and the figure's id alone: a figure that joins or leaves the pack
//! changes no other stream.

/// 2 to the 64 divided by the golden ratio, made odd: the step of SplitMix64.
const GAMMA: u64 = 0x9E37_79B9_7F4A_7C15;

/// The stream of one figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stream {
    key: u64,
}

impl Stream {
    /// The stream of a figure under a seed.
    #[must_use]
    pub fn new(seed: u64, id: &str) -> Stream {
        Stream { key: mix(mix(seed.wrapping_add(GAMMA)) ^ hash(id)) }
    }

    /// The stream whose first number is that of SplitMix64 started at `key`.
    #[must_use]
    pub const fn with_key(key: u64) -> Stream {
        Stream { key }
    }

    /// Number `counter` of the stream, from 0: 64 even bits.
    #[must_use]
    pub const fn at(self, counter: u64) -> u64 {
        mix(self.key.wrapping_add(GAMMA.wrapping_mul(counter.wrapping_add(1))))
    }

    /// A whole number from 0 to `below - 1`; favours none by more than `below` in 2 to the 64.
    #[must_use]
    #[allow(clippy::cast_possible_truncation)] // the high half of a product of two 64-bit numbers, below `below`
    pub fn below(self, counter: u64, below: usize) -> usize {
        ((u128::from(self.at(counter)) * below as u128) >> 64) as usize
    }

    /// A number strictly between 0 and 1, on the middles of 2 to the 32 equal parts.
    #[must_use]
    #[allow(clippy::cast_precision_loss)] // 32 bits
    pub fn unit(self, counter: u64) -> f64 {
        ((self.at(counter) >> 32) as f64 + 0.5) / 4_294_967_296.0
    }
}

/// The finaliser of SplitMix64: every input bit moves every output bit, and no two inputs share an output.
const fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// FNV-1a, 64 bits, of an id.
fn hash(id: &str) -> u64 {
    id.bytes().fold(0xCBF2_9CE4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3))
}
