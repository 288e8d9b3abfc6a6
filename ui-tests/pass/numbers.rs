//! Literals in every base, with underscores, with suffixes, and from a macro: they mean a number.

#![deny(warnings)]

use studio_errors::StudioErrorCode;

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
