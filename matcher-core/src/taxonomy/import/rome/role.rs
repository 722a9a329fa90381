/// What a table of ROME holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Role {
    Trades,
    Titles,
    Competences,
    Knowledge,
    Coherence,
    Domains,
    MainDomains,
    Contexts,
    Texts,
}

impl Role {
    pub(super) const ALL: [Role; 9] = [
        Role::Trades,
        Role::Titles,
        Role::Competences,
        Role::Knowledge,
        Role::Coherence,
        Role::Domains,
        Role::MainDomains,
        Role::Contexts,
        Role::Texts,
    ];

    fn stem(self) -> &'static str {
        match self {
            Role::Trades => "referentiel_code_rome",
            Role::Titles => "referentiel_appellation",
            Role::Competences => "referentiel_competence",
            Role::Knowledge => "referentiel_savoir",
            Role::Coherence => "coherence_item",
            Role::Domains => "domaine_professionnel",
            Role::MainDomains => "grand_domaine",
            Role::Contexts => "referentiel_contexte_travail",
            Role::Texts => "texte",
        }
    }

    /// How the table is named, whatever the edition.
    pub(super) fn pattern(self) -> String {
        format!("unix_{}_*.csv", self.stem())
    }

    /// Without it trades, their titles or their skills are lacking.
    pub(super) fn is_needed(self) -> bool {
        !matches!(self, Role::Domains | Role::MainDomains | Role::Contexts | Role::Texts)
    }

    /// From a file name such as `unix_coherence_item_v460_utf8.csv`.
    pub(crate) fn of(name: &str) -> Option<Role> {
        let name = name.strip_prefix("unix_")?.strip_suffix(".csv")?;
        Role::ALL.into_iter().find(|role| {
            let edition = name.strip_prefix(role.stem()).and_then(|rest| rest.strip_prefix("_v"));
            edition.is_some_and(|edition| edition.starts_with(|c: char| c.is_ascii_digit()))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_longer_name_is_another_table() {
        assert_eq!(Role::of("unix_referentiel_code_rome_v460_utf8.csv"), Some(Role::Trades));
        assert_eq!(Role::of("unix_referentiel_code_rome_riasec_v460_utf8.csv"), None);
    }
}
