use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota")]
enum WalletError {
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    /// The wallet has no credits, and the payment that would add some was refused by the bank of the user.
    #[studio(code = 1604, http = 402)]
    Unpaid,
}

fn main() {
    println!("{} {:?}", WalletError::Unpaid.to_json(), WalletError::CODES);
    println!("{}", WalletError::UNPAID);
}
