/**
 * Runs the tests that unittest discovers and writes `id -> outcome` as JSON to a file. Arguments: start folder, file, settings of Django
 * (empty: none; else its own runner finds the tests and makes their databases), module to look up. */
export const UNITTEST_SCRIPT = `
import json, os, sys, unittest
start, out, settings, asked = sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4:]
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


def plain():
    top = os.getcwd()
    package = os.path.exists(os.path.join(start, "__init__.py"))
    unittest.TestLoader().discover(start, pattern="test*.py", top_level_dir=top if package else start).run(Result())


def django():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", settings)
    import django
    django.setup()
    from django.conf import settings as chosen
    from django.test.utils import get_runner
    runner = get_runner(chosen)(verbosity=0, interactive=False)
    runner.setup_test_environment()
    suite = runner.build_suite([])
    databases = runner.setup_databases(aliases=runner.get_databases(suite))
    try:
        suite.run(Result())
    finally:
        runner.teardown_databases(databases)
        runner.teardown_test_environment()


(django if settings else plain)()
files = {name: getattr(sys.modules.get(name), "__file__", None) for name in asked if name in sys.modules}
with open(out, "w", encoding="utf-8") as file:
    json.dump({"outcomes": outcomes, "files": files}, file)
`;
