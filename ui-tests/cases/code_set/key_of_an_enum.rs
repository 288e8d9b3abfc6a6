studio_errors::code_set! {
    #[studio(axum)]
    pub ServiceErrors: studio_errors::catalog::QuotaError
}

fn main() {
    let _ = ServiceErrors;
}
