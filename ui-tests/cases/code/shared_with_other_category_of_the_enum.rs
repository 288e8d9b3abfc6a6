use studio_errors::StudioErrorCode;

#[derive(StudioErrorCode)]
#[studio(category = "video")]
enum SocialError {
    /// A video could not be posted
    #[studio(code = 1804, http = 502, category = "integrations", name = "POST_FAILED")]
    Facebook,
    /// A video could not be posted
    #[studio(code = 1804, http = 502, name = "POST_FAILED")]
    Twitter,
}

fn main() {
    let _ = (SocialError::Facebook, SocialError::Twitter);
}
