/** Runs the tests that unittest discovers and writes `id -> outcome` as JSON to a file. Arguments: start folder, file, module to look up. */
export const UNITTEST_SCRIPT = `
import json, os, sys, unittest
start, out, asked = sys.argv[1], sys.argv[2], sys.argv[3:]
sys.argv = ["unittest"]
outcomes = {}


class Result(unittest.TestResult):
    def note(self, test, outcome):
        name = test.id()
        if outcomes.get(name) != "failed":
            outcomes[name] = outcome

    def addSuccess(self, test):
        super().addSuccess(test)
        self.note(test, "passed")

    def addError(self, test, error):
        super().addError(test, error)
        self.note(test, "failed")

    addFailure = addError

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self.note(test, "failed")

    def addExpectedFailure(self, test, error):
        super().addExpectedFailure(test, error)
        self.note(test, "passed")

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.note(test, "skipped")

    def addSubTest(self, test, subtest, error):
        super().addSubTest(test, subtest, error)
        if error is not None:
            self.note(test, "failed")


loader = unittest.TestLoader()
top = os.getcwd()
package = os.path.exists(os.path.join(start, "__init__.py"))
suite = loader.discover(start, pattern="test*.py", top_level_dir=top if package else start)
suite.run(Result())
files = {name: getattr(sys.modules.get(name), "__file__", None) for name in asked if name in sys.modules}
with open(out, "w", encoding="utf-8") as file:
    json.dump({"outcomes": outcomes, "files": files}, file)
`;
