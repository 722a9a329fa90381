//! Every example runs as a test, and what the README promises is held against the files.

mod documents;
mod readme;

/// Each name is a file of `examples/`, whose `main` is run and must succeed.
macro_rules! examples {
    ($($name:ident,)*) => {
        #[path = "../../examples"]
        mod examples {
            $(pub(super) mod $name;)*
        }

        $(
            #[test]
            fn $name() -> impl std::process::Termination {
                examples::$name::main()
            }
        )*

        const NAMES: &[&str] = &[$(stringify!($name)),*];
    };
}

examples! {
    a_batch_with_progress,
    a_mapping_file,
    a_profile,
    a_taxonomy_of_ones_own,
    an_audit_record,
    custom_criterion,
    match_in_ten_lines,
    why_and_what_if,
    words_to_concepts,
}

#[test]
fn every_file_among_the_examples_is_run() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/examples");
    let mut files: Vec<String> = std::fs::read_dir(folder)
        .expect("the examples lie beside this test")
        .map(|entry| entry.expect("the folder can be read").file_name().into_string().expect("names are UTF-8"))
        .filter_map(|name| name.strip_suffix(".rs").map(str::to_owned))
        .collect();
    files.sort();
    let mut named = NAMES.to_vec();
    named.sort_unstable();
    assert_eq!(files, named, "name each example in the list above");
}
