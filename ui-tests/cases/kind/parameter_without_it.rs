use studio_errors::{CodeSet, Kind, StudioErrorCode};

#[derive(Debug, StudioErrorCode)]
#[studio(category = "authentication")]
enum AuthError {
    /// The session has ended.
    #[studio(code = 1750, http = 401)]
    Ended,
}

#[derive(Debug, StudioErrorCode)]
#[studio(kind)]
enum WalletError<T> {
    #[studio(transparent)]
    Inner(T),
}

fn print_kind<E: Kind>(error: &E) {
    println!("{:?}", error.kind());
}

fn main() {
    print_kind(&WalletError::Inner(AuthError::Ended));
    println!("{} {:?}", WalletError::Inner(AuthError::Ended).to_json(), WalletError::<AuthError>::CODES);
}
