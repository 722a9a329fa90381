use crate::folder::{FIXED, Folder};
use crate::market::{offers, people};

#[test]
fn four_shards_put_together_are_byte_for_byte_the_run_of_one_machine() {
    let folder = Folder::new("shards").with("p.jsonl", people(300, 3) + "{\n").with("o.jsonl", offers(40, 3) + "{}\n");
    for (side, format) in [("profiles", "parquet"), ("offers", "csv.zst")] {
        let base = format!(
            "match --profiles p.jsonl --offers o.jsonl {FIXED} --for {side} --part-size 7 --top 4 --out-format {format}"
        );
        let one = folder.run(&format!("{base} --out one/ --issues one.i --rejects one.r"));
        assert_eq!(one.status, 3, "{}", one.err);
        for shard in 1..=4 {
            let ran = folder.run(&format!("{base} --shard {shard}/4 --out s{shard}/"));
            assert_eq!(ran.status, 3, "{}", ran.err);
        }
        let merged = folder.run("merge s3 s1 s4 s2/ --out merged/ --issues merged.i --rejects merged.r");
        assert_eq!(merged.status, 3, "{}", merged.err);
        assert!(folder.bytes("one") == folder.bytes("merged"), "{side} {format}");
        assert_eq!(folder.read("one.i"), folder.read("merged.i"));
        assert_eq!(folder.read("one.r"), folder.read("merged.r"));
        // Into one file: the bytes of a run into one file.
        let file = format!("file.{format}");
        assert_eq!(folder.run(&format!("{base} --out {file}")).status, 3);
        assert_eq!(folder.run(&format!("merge s1 s2 s3 s4 --out m-{file}")).status, 3);
        assert!(folder.bytes(&file) == folder.bytes(&format!("m-{file}")));

        let missing = folder.run("merge s1 s2 s4 --out less/");
        assert!(missing.status == 1 && missing.err.contains("shards are missing: 3/4"), "{}", missing.err);
        let twice = folder.run("merge s1 s2 s3 s3 --out less/");
        assert!(twice.status == 1 && twice.err.contains("already given"), "{}", twice.err);
        let no_shard = folder.run("merge s1 s2 s3 one --out less/");
        assert!(no_shard.status == 1 && no_shard.err.contains("no shard"), "{}", no_shard.err);
        assert!(!folder.has("less"));
    }
    let other = "match --profiles p.jsonl --offers o.jsonl --taxonomy trades.mtx --as-of 2027-03-02 --for offers \
                 --part-size 7 --top 4 --out-format csv.zst --shard 4/4 --out s4/";
    assert_eq!(folder.run(other).status, 3);
    let mixed = folder.run("merge s1 s2 s3 s4 --out less/");
    assert!(mixed.status == 1 && mixed.err.contains("--as-of was 2027-03-01 and is 2027-03-02"), "{}", mixed.err);
}
