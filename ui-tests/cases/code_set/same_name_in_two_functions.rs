use studio_errors::{CodeSet, StudioErrorCode, code_set};

trait Reports {
    type Error;
}

struct Billing;
struct Shipping;

// Both types have the same module, name and place in the source.
macro_rules! reports {
    ($($service:ident $variant:ident)*) => {$(
        const _: () = {
            #[derive(StudioErrorCode)]
            #[studio(category = "quota")]
            pub enum Error {
                #[studio(code = 1650, http = 402, description = "the request was refused")]
                $variant,
            }

            impl Reports for $service {
                type Error = Error;
            }
        };
    )*};
}

reports! { Billing CardDeclined Shipping ParcelLost }

code_set! { All: <Billing as Reports>::Error, <Shipping as Reports>::Error }

fn main() {
    println!("{:?}", All::CODES);
}
