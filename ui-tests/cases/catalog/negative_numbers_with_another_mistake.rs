use studio_errors::{Catalog, Category, CodeSet, StudioErrorCode};

struct Rpc;

impl Catalog for Rpc {
    const PREFIX: &'static str = "RPC";
    const SEPARATOR: &'static str = "/";
    const CATEGORIES: &'static [Category] = &[Category::new("protocol", "Protocol", -32700..=-32600)];
}

#[derive(Debug, StudioErrorCode)]
#[studio(catalog = Rpc, category = "protocol")]
enum ProtocolError {
    /// The JSON is not readable.
    #[studio(code = -32700, http = 400)]
    Unreadable,
}

fn main() {
    println!("{} {:?}", ProtocolError::Unreadable.to_json(), ProtocolError::CODES);
    println!("{}", ProtocolError::UNREADABLE);
}
