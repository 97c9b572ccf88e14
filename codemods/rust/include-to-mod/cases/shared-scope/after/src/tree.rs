mod node;
mod walk;

use node::Step;
pub use node::Tree;
#[cfg(test)]
use walk::depth;
pub use walk::twice;

#[test]
fn counts() {
    let mut tree = Tree::default();
    tree.add("a");
    tree.add("b");
    assert_eq!(tree.render(), "a b ");
    assert_eq!(depth(&tree), 2);
}
