//! Numbers: literals in every base, with underscores, with suffixes, and from a macro. Catalogs with different formats of
//! codes.

#![deny(warnings)]

use studio_errors::{Catalog, Category, StudioErrorCode};

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota", reserved(0x668, 1_650..=0x67b, 1690u16))]
enum WalletError {
    /// Decimal.
    #[studio(code = 1610, http = 402)]
    Decimal,
    /// With underscores.
    #[studio(code = 1_6_1_1, http = 4_02)]
    Underscored,
    /// Hexadecimal, of both cases.
    #[studio(code = 0x64C, http = 0x19_2)]
    Hexadecimal,
    /// Octal.
    #[studio(code = 0o3115, http = 0o622)]
    Octal,
    /// Binary.
    #[studio(code = 0b110_0100_1110, http = 0b1_1001_0010)]
    Binary,
    /// With a suffix.
    #[studio(code = 1615u32, http = 402i16)]
    Suffixed,
}

macro_rules! errors {
    ($name:ident, $variant:ident = $code:literal, $http:expr, $category:literal) => {
        #[derive(Debug, StudioErrorCode)]
        #[studio(category = $category)]
        enum $name {
            /// From a macro.
            #[studio(code = $code, http = $http)]
            $variant,
        }
    };
}

errors!(Passed, Through = 1620, 402, "quota");

#[test]
fn each_means_its_number() {
    use WalletError::{Binary, Decimal, Hexadecimal, Octal, Suffixed, Underscored};
    let errors = [Decimal, Underscored, Hexadecimal, Octal, Binary, Suffixed];
    for (error, number) in errors.iter().zip(1610..) {
        assert_eq!((error.code().number(), error.http()), (number, 402), "{error:?}");
    }
    assert_eq!((Passed::Through.code().number(), Passed::Through.http()), (1620, 402));
}

struct Plain;

impl Catalog for Plain {
    const PREFIX: &'static str = "";
    const SEPARATOR: &'static str = "";
    const WIDTH: usize = 3;
    const CATEGORIES: &'static [Category] =
        &[Category::with_ranges("all", "All", &[0..=0, 7..=99, 520_000..=529_999, 4_294_967_295..=4_294_967_295])];
}

/// Numbers of a catalog that pads them with zeros. In the source, they may be padded or not.
#[derive(Debug, StudioErrorCode)]
#[studio(catalog = Plain, category = "all", reserved(8, 4294967290..=4294967294))]
enum PlainError {
    /// Zero.
    #[studio(code = 0, http = 400)]
    Zero,
    /// Padded.
    #[studio(code = 007, http = 400)]
    Padded,
    /// Not padded.
    #[studio(code = 99u8, http = 400)]
    Unpadded,
    /// In another range.
    #[studio(code = 529_999, http = 400)]
    Six,
    /// The last number.
    #[studio(code = 4_294_967_295u32, http = 400)]
    Last,
}

#[test]
fn each_catalog_spells_its_numbers() {
    use PlainError::{Last, Padded, Six, Unpadded, Zero};
    let codes = [Zero, Padded, Unpadded, Six, Last].map(|error| error.code().as_str());
    assert_eq!(codes, ["000", "007", "099", "529999", "4294967295"]);
}
