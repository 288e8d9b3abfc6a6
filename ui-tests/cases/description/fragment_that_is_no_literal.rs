use studio_errors::StudioErrorCode;

const TEXT: &str = "The wallet is frozen";

macro_rules! wallet {
    ($text:expr) => {
        #[derive(Debug, StudioErrorCode)]
        #[studio(category = "quota")]
        enum WalletError {
            #[doc = $text]
            #[studio(code = 1650, http = 423)]
            Frozen,
        }
    };
}

wallet!(TEXT);

fn main() {
    println!("{:?} {TEXT}", WalletError::Frozen);
}
