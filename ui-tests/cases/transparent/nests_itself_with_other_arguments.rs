use studio_errors::StudioErrorCode;
use studio_errors::catalog::RenderError;

#[derive(Debug, StudioErrorCode)]
enum Wrapper<T> {
    #[studio(transparent)]
    Inner(T),
    #[studio(transparent)]
    Render(Box<Wrapper<RenderError>>),
}

fn main() {
    let wrapper: Wrapper<RenderError> = Wrapper::Inner(RenderError::JobNotFound);
    println!("{}", wrapper.to_json());
}
