from ._mask import LEAP as LEAP, YEAR as YEAR
from ._lengths import length as length
