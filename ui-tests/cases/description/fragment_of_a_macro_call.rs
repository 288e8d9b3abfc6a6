use studio_errors::StudioErrorCode;

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

wallet!(concat!("The wallet ", "is frozen"));

fn main() {
    println!("{:?}", WalletError::Frozen);
}
