"""The usual ways in which a rule gets heavier as a section grows: outline, concrete, settled."""

from __future__ import annotations

from convenant.model.section import Maturity
from convenant.problem import Severity

HHW = (
    (Maturity.OUTLINE, Severity.HINT),
    (Maturity.CONCRETE, Severity.HINT),
    (Maturity.SETTLED, Severity.WARNING),
)
HWW = (
    (Maturity.OUTLINE, Severity.HINT),
    (Maturity.CONCRETE, Severity.WARNING),
    (Maturity.SETTLED, Severity.WARNING),
)
HWE = (
    (Maturity.OUTLINE, Severity.HINT),
    (Maturity.CONCRETE, Severity.WARNING),
    (Maturity.SETTLED, Severity.ERROR),
)
