use studio_errors::StudioErrorCode;

#[derive(Clone, Copy, StudioErrorCode)]
#[studio(category = "quota")]
union WalletError {
    code: u16,
    http: u16,
}

fn main() {
    let _ = WalletError { code: 1604 };
}
