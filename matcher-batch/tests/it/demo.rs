use crate::folder::Folder;

#[test]
fn the_story_fits_one_screen_in_every_language_and_says_that_it_is_fictional() {
    let folder = Folder::new("demo");
    for (lang, fictional, missing) in [
        ("fr", "Fictif", "métier"),
        ("de", "Erfunden", "Beruf"),
        ("en", "Fictional", "the job you wish for"),
        ("lb", "Fictif", "métier"),
    ] {
        let ran = folder.run(&format!("demo --lang {lang}"));
        assert_eq!(ran.status, 0, "{}", ran.err);
        let lines: Vec<&str> = ran.out.lines().collect();
        assert!((24..=40).contains(&lines.len()), "{lang}: {} lines", lines.len());
        assert!(lines.iter().all(|line| line.chars().count() <= 100), "{lang}: {}", ran.out);
        assert!(ran.out.contains(fictional) && ran.out.contains(missing), "{lang}: {}", ran.out);
        assert!(!ran.out.contains("demo.") || ran.out.matches("demo.").count() == 1, "{lang}: a message is missing");
    }
}

#[test]
fn the_refusal_names_the_course_that_opens_it() {
    let ran = Folder::new("demo-course").run("demo --lang en");
    let words: Vec<&str> = ran.out.split_whitespace().collect();
    let out = words.join(" ");
    assert!(out.contains("German at level B1 is required; A2 is stated"), "{out}");
    assert!(out.contains("Allemand professionnel pour les métiers de la métallurgie"), "{out}");
}

#[test]
fn the_page_has_all_ten_people_and_asks_for_nothing_from_elsewhere() {
    let folder = Folder::new("demo-page");
    for lang in ["fr", "de", "en"] {
        let ran = folder.run(&format!("demo --lang {lang} --html {lang}.html"));
        assert_eq!(ran.status, 0, "{}", ran.err);
        let page = folder.read(&format!("{lang}.html"));
        assert!(page.contains(&format!("<html lang=\"{lang}\">")));
        assert_eq!(page.matches("<section ").count(), 10);
        for outside in ["http://", "https://", "<script", "<link", "src=", "@import", "url("] {
            let shown = page.replace("http://www.w3.org", "");
            assert!(!shown.contains(outside), "{lang}: {outside}");
        }
        for tag in ["section", "ol", "ul", "li", "svg", "p", "details", "h3", "h4"] {
            let (open, closed) = (
                page.matches(&format!("<{tag}>")).count() + page.matches(&format!("<{tag} ")).count(),
                page.matches(&format!("</{tag}>")).count(),
            );
            assert_eq!(open, closed, "{lang}: {tag}");
        }
        assert!(!page.contains("demo."), "{lang}: a message is missing");
    }
}

#[test]
fn the_same_demo_is_the_same_bytes() {
    let folder = Folder::new("demo-bytes");
    folder.run("demo --html a.html");
    folder.run("demo --html b.html");
    assert_eq!(folder.read("a.html"), folder.read("b.html"));
}
