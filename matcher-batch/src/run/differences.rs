use matcher_core::Stamp;
use matcher_core::units::Fingerprint;

use super::Plan;

/// What keeps a run from being continued under another plan; `None` where nothing does.
pub(super) fn of_plans(old: &Plan, new: &Plan) -> Option<String> {
    all(old, new).into_iter().next()
}

/// Everything in which two plans differ.
pub(super) fn all(old: &Plan, new: &Plan) -> Vec<String> {
    let mut found = inputs(old, new);
    let (one, other) = (&old.stamp, &new.stamp);
    let day = |day: &Option<matcher_core::units::Day>| day.map_or_else(|| "none".to_owned(), |day| day.to_string());
    let facts = [
        ("the version of matcher", one.engine.clone(), other.engine.clone()),
        ("the version of the scoring", one.scoring.to_string(), other.scoring.to_string()),
        ("the taxonomy", one.taxonomy.clone(), other.taxonomy.clone()),
        ("the taxonomy", one.taxonomy_fingerprint.to_string(), other.taxonomy_fingerprint.to_string()),
        ("the settings", one.settings.to_string(), other.settings.to_string()),
        ("the commute model", one.commute.to_string(), other.commute.to_string()),
        ("the places", one.fingerprint.to_string(), other.fingerprint.to_string()),
        ("--as-of", day(&one.as_of), day(&other.as_of)),
        ("the version of the output", old.output.to_string(), new.output.to_string()),
        ("--for", old.side.clone(), new.side.clone()),
        ("--top", old.top.to_string(), new.top.to_string()),
        ("--min-score", old.min_score.to_string(), new.min_score.to_string()),
        ("--explain", old.explain.to_string(), new.explain.to_string()),
        ("the format of the output", old.layout.clone(), new.layout.clone()),
        ("--part-size", old.part_size.to_string(), new.part_size.to_string()),
        ("--shard", shard(old), shard(new)),
        ("--max-record-bytes", old.max_record_bytes.to_string(), new.max_record_bytes.to_string()),
        ("--max-list", old.max_list.to_string(), new.max_list.to_string()),
        ("--format", old.shape.clone(), new.shape.clone()),
    ];
    let mut told = "";
    for (what, old, new) in facts {
        // The fingerprint of everything differs with the parts that have one of their own.
        let follows = what == "the places" && (parts(one) != parts(other));
        if old != new && what != told && !follows {
            found.push(format!("{what} was {old} and is {new}"));
            told = what;
        }
    }
    found
}

fn shard(plan: &Plan) -> String {
    plan.shard.map_or_else(|| "none".to_owned(), |shard| shard.to_string())
}

/// What goes into the fingerprint of an engine beside the places.
fn parts(stamp: &Stamp) -> (u32, Fingerprint, Fingerprint, Fingerprint) {
    (stamp.scoring, stamp.taxonomy_fingerprint, stamp.settings, stamp.commute)
}

fn inputs(old: &Plan, new: &Plan) -> Vec<String> {
    let mut found = Vec::new();
    for (one, other) in old.inputs.iter().zip(&new.inputs) {
        if (&one.role, &one.name) != (&other.role, &other.name) {
            found.push(format!("it read {} as {} and is now given {}", one.name, one.role, other.name));
        } else if one != other {
            found.push(format!(
                "{} has another content ({} bytes and {} bytes, SHA-256 {:.12}… and {:.12}…)",
                one.name, one.bytes, other.bytes, one.sha256, other.sha256
            ));
        }
    }
    if old.inputs.len() != new.inputs.len() {
        found.push(format!("it read {} files and is now given {}", old.inputs.len(), new.inputs.len()));
    }
    found
}
