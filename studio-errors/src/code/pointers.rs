//! The traits of an error, for pointers to it.

/// Implements a trait for the pointers to a type `T` that implements it.
macro_rules! for_pointers {
    ([$($parameters:tt)*] $Trait:path { $($items:tt)* }) => {
        impl<$($parameters)*> $Trait for &T { $($items)* }
        impl<$($parameters)*> $Trait for &mut T { $($items)* }
        impl<$($parameters)*> $Trait for alloc::boxed::Box<T> { $($items)* }
        impl<$($parameters)*> $Trait for alloc::rc::Rc<T> { $($items)* }
        impl<$($parameters)*> $Trait for alloc::sync::Arc<T> { $($items)* }
    };
}

pub(crate) use for_pointers;
