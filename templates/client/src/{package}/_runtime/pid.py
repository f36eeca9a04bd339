"""PID: the address of an ad zone."""

import re
from typing import NamedTuple

_PID = re.compile(r"mm_([0-9]+)_([0-9]+)_([0-9]+)")


class Pid(NamedTuple):
    """The three numbers inside a PID such as mm_1_2_3.

    推广位 PID：`mm_会员ID_站点ID_推广位ID`。
    """

    member_id: str
    site_id: str
    adzone_id: str

    @classmethod
    def parse(cls, text: str) -> "Pid":
        """Read mm_1_2_3.

        拆开 PID；形式不对时抛出 ValueError。
        """
        match = _PID.fullmatch(text.strip())
        if match is None:
            raise ValueError(f"PID 应形如 mm_会员ID_站点ID_推广位ID，得到 {text!r}")
        return cls(*match.groups())

    def __str__(self) -> str:
        return f"mm_{self.member_id}_{self.site_id}_{self.adzone_id}"
