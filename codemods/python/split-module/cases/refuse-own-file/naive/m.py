import sys

from _m_caller import caller as caller
from _m_report import report as report
