use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota")]
enum WalletError<T> {
    /// The wallet is empty.
    #[studio(code = 1700, http = 402)]
    Unpaid(T),
}

fn main() {
    println!("{} {:?}", WalletError::Unpaid(7).to_json(), WalletError::<u8>::CODES);
}
