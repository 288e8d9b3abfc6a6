//! Enums whose values are words of a key of the attribute.

/// Implements the conversions of an enum from and to its words and numbers, and the error of parsing it. `ALL` is the table of its
/// values: each with its word, in the order of their numbers, which start at 1.
macro_rules! word {
    ($Word:ident, $Unknown:ident: $message:literal) => {
        impl $Word {
            /// The word of the key.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                Self::ALL[self as usize - 1].1
            }

            /// Reads the number that the derive writes. 0 means that nothing is stated.
            pub(crate) const fn from_number(number: u8) -> Option<Self> {
                match number as usize {
                    number if number > 0 && number <= Self::ALL.len() => Some(Self::ALL[number - 1].0),
                    _ => None,
                }
            }
        }

        /// The word of the key.
        impl core::fmt::Display for $Word {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl core::str::FromStr for $Word {
            type Err = $Unknown;

            fn from_str(word: &str) -> Result<Self, $Unknown> {
                let known = Self::ALL.iter().find(|known| known.1.eq_ignore_ascii_case(word));
                known.map(|known| known.0).ok_or($Unknown)
            }
        }

        #[doc = concat!("The error of parsing a [`", stringify!($Word), "`]: the word is unknown.")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct $Unknown;

        impl core::fmt::Display for $Unknown {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str($message)
            }
        }

        impl core::error::Error for $Unknown {}
    };
}

pub(super) use word;
