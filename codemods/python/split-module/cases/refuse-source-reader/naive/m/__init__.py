import typeguard as tg
from pydantic import BaseModel

from ._checked import Checked as Checked
from ._more import Documented as Documented
from ._more import More as More
