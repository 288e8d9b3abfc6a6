use studio_errors::code_set;

code_set! {}

fn main() {}
