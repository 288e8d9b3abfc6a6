//! The derive in a crate without `std`.
#![no_std]

use core::time::Duration;

use studio_errors::StudioErrorCode;

/// Errors of a device.
#[derive(Debug, StudioErrorCode)]
#[studio(category = "render", kind)]
pub enum DeviceError {
    /// The device is hot
    #[studio(code = 1550, http = 503)]
    Hot {
        /// The time until the device is cold.
        #[studio(retry_after)]
        cools: Duration,
    },
    /// The device is gone
    #[studio(code = 1551, http = 410)]
    Gone,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_derive_works_without_std() {
        assert_eq!(DeviceError::Gone.code(), DeviceError::GONE);
        assert_eq!(studio_errors::ErrorBody::new("STUDIO_1550", "", 503).known(), Some(DeviceErrorKind::Hot));
        let hot = DeviceError::Hot { cools: Duration::from_secs(9) };
        assert_eq!(hot.retry_after(), Some(Duration::from_secs(9)));
        assert_eq!(hot.to_json(), r#"{"error":{"code":"STUDIO_1550","message":"The device is hot","http":503}}"#);
    }
}
