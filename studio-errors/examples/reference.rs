//! Prints the reference of the published codes as JSON: `cargo run --example reference --features reference`.

use studio_errors::catalog::StudioError;
use studio_errors::reference::Reference;

fn main() {
    print!("{}", Reference::of::<StudioError>().to_json());
}
