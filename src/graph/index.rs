//! Places of things in a graph's lists.

macro_rules! index {
    ($(#[$doc:meta] $name:ident),* $(,)?) => {$(
        #[$doc]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl $name {
            /// The place in the graph's list.
            #[must_use]
            pub const fn at(self) -> usize {
                self.0 as usize
            }
        }
    )*};
}

index!(
    /// Index of a skill.
    SkillIx,
    /// Index of a holding: awards first, then credentials.
    HoldingIx,
    /// Index of a role.
    RoleIx,
    /// Index of a credential.
    CredentialIx,
    /// Index of a program.
    ProgramIx,
    /// Index of an occupation.
    OccupationIx,
);
