include!("tree/node.rs");
include!("tree/walk.rs");

#[test]
fn counts() {
    let mut tree = Tree::default();
    tree.add("a");
    tree.add("b");
    assert_eq!(tree.render(), "a b ");
    assert_eq!(depth(&tree), 2);
}
