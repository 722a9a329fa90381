use super::reading::Reading;
use crate::exchange::values::{contract_in_title, read_contract};
use crate::model::ContractKind;

/// The kind of contract. A school-and-work contract is told by its flag or its nature, else the title may say what the
/// type hides (a traineeship typed CDI); only then the type counts.
pub(super) fn contract(reading: &mut Reading<'_>) -> Option<ContractKind> {
    let code = reading.text("/typeContrat");
    let typed = code.and_then(read_contract);
    if let (Some(code), None) = (code, typed) {
        let cause = format!("“{code}” is not a known type of contract");
        reading.warn("offer.contract-not-understood", "/typeContrat", cause, "Use CDI, CDD, MIS, SAI, LIB…");
    }
    let nature = reading.text("/natureContrat").and_then(read_contract);
    let flag = reading.flag("/alternance") == Some(true);
    if flag || nature == Some(ContractKind::Apprenticeship) {
        if !matches!(
            typed,
            None | Some(ContractKind::FixedTerm | ContractKind::Permanent | ContractKind::Apprenticeship)
        ) {
            contradiction(
                reading,
                "/typeContrat",
                ContractKind::Apprenticeship,
                "the offer is marked as school and work",
            );
        }
        return Some(ContractKind::Apprenticeship);
    }
    let said = reading.text("/intitule").and_then(contract_in_title);
    match said {
        Some(kind) if Some(kind) != typed => {
            contradiction(reading, "/intitule", kind, "the title says so");
            Some(kind)
        }
        _ => typed.or(nature),
    }
}

fn contradiction(reading: &mut Reading<'_>, pointer: &str, taken: ContractKind, why: &str) {
    let code = reading.text("/typeContrat").unwrap_or("none").to_owned();
    let cause = format!("the type of contract is {code}, but {why}: taken for {}", taken.name());
    reading.note(
        "offer.contract-contradiction",
        pointer,
        cause,
        "Correct typeContrat, natureContrat or alternance if that is wrong.",
    );
}
