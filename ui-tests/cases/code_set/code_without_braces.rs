use studio_errors::{CodeSet, StudioErrorCode, code_set};

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota")]
enum OrderError {
    /// The item is out of stock
    #[studio(code = 1650, http = 409)]
    OutOfStock,
    /// The order does not exist
    #[studio(code = 1651, http = 404)]
    NotFound,
}

code_set! { pub CreateOrder: OrderError::NOT_FOUND }

fn main() {
    println!("{:?} {:?}", CreateOrder::CODES, [OrderError::OutOfStock, OrderError::NotFound]);
}
