"""What is uploaded."""

from typing import NamedTuple


class File(NamedTuple):
    """A file to upload: content, name and media type.

    要上传的文件；只有内容时也可以直接传 `bytes`。
    """

    content: bytes
    name: str = "file"
    media_type: str = "application/octet-stream"
