from ._rate import RATE as RATE
from ._price import double as double
from ._price import PRICE as PRICE
