use studio_errors::{CodeSet, StudioErrorCode};

#[derive(Debug, StudioErrorCode)]
enum WalletError {
    #[studio(transparent)]
    Io(std::io::Error),
}

fn main() {
    println!("{} {:?}", WalletError::Io(std::io::ErrorKind::NotFound.into()).to_json(), WalletError::CODES);
}
