use super::*;

pub fn name() -> String {
    let name: OsString = root().into();
    name.to_string_lossy().into_owned()
}

fn root() -> &'static str {
    "/"
}
