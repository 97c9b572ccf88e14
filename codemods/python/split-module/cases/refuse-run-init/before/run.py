import subprocess
import sys

sys.exit(subprocess.run([sys.executable, "grid/__init__.py"]).returncode)
