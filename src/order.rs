//! Order of short lists, and maps from lists, without the general sort of the standard library: that one is made anew for
//! each type it sorts, 4 kB of WebAssembly each, and is only worth it for lists longer than any here.

use std::cmp::Ordering;

use serde_json::{Map, Value};

/// Sorts a short list; what is equal stays in its order. Takes steps by the square of the length.
pub fn sort_short<T>(list: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    for end in 1..list.len() {
        let mut at = end;
        while at > 0 && compare(&list[at - 1], &list[at]) == Ordering::Greater {
            list.swap(at - 1, at);
            at -= 1;
        }
    }
}

/// The words of highest score, the earlier first where scores are equal, at most `count`, in one line.
pub fn best<'a>(words: impl Iterator<Item = &'a str>, count: usize, score: impl Fn(&str) -> usize) -> String {
    let mut ranked: Vec<(usize, &str)> = Vec::new();
    for word in words {
        ranked.push((score(word), word));
        sort_short(&mut ranked, |a, b| b.0.cmp(&a.0));
        ranked.truncate(count);
    }
    ranked.into_iter().map(|(_, word)| word).collect::<Vec<_>>().join(", ")
}

/// A document's map from keys and values; of equal keys the last stays.
pub fn map_of(entries: impl Iterator<Item = (String, Value)>) -> Map<String, Value> {
    let mut map = Map::new();
    for (key, value) in entries {
        map.insert(key, value);
    }
    map
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_ones_stay_in_their_order() {
        let mut list = [(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd'), (0, 'e')];
        sort_short(&mut list, |a, b| a.0.cmp(&b.0));
        assert_eq!(list, [(0, 'e'), (1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
    }

    #[test]
    fn the_best_come_first_and_the_earlier_of_equals() {
        assert_eq!(best(["aa", "b", "cc", "ddd"].into_iter(), 3, str::len), "ddd, aa, cc");
    }
}
