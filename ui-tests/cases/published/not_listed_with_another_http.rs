use studio_errors::StudioErrorCode;

#[derive(Debug, StudioErrorCode)]
#[studio(category = "quota", published)]
enum Evil {
    /// Short and stout.
    #[studio(code = 1601, http = 418)]
    Teapot,
}

fn main() {
    println!("{}", Evil::Teapot.to_json());
}
