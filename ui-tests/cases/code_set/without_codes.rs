use studio_errors::{StudioErrorCode, code_set};

#[derive(StudioErrorCode)]
enum Never {}

code_set! { pub ServiceErrors: Never }

fn main() {}
