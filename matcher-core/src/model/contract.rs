use serde::{Deserialize, Serialize};

/// The kind of a work contract, as European labour statistics separate them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum ContractKind {
    /// Without an end: CDI, unbefristet.
    Permanent,
    /// With an end: CDD, befristet.
    FixedTerm,
    /// Through a temporary-work agency: intérim, Zeitarbeit.
    Temporary,
    /// Bound to a season: saisonnier.
    Seasonal,
    /// Work and school in turn: apprentissage, professionnalisation, Ausbildung.
    Apprenticeship,
    /// Part of one's studies: stage, Praktikum.
    Internship,
    /// On one's own account: libéral, indépendant, freiberuflich.
    Freelance,
}

impl ContractKind {
    /// All kinds, in the order of their declaration.
    pub const ALL: [ContractKind; 7] = [
        ContractKind::Permanent,
        ContractKind::FixedTerm,
        ContractKind::Temporary,
        ContractKind::Seasonal,
        ContractKind::Apprenticeship,
        ContractKind::Internship,
        ContractKind::Freelance,
    ];

    /// The name used in files: `fixed-term`.
    pub const fn name(self) -> &'static str {
        match self {
            ContractKind::Permanent => "permanent",
            ContractKind::FixedTerm => "fixed-term",
            ContractKind::Temporary => "temporary",
            ContractKind::Seasonal => "seasonal",
            ContractKind::Apprenticeship => "apprenticeship",
            ContractKind::Internship => "internship",
            ContractKind::Freelance => "freelance",
        }
    }
}
