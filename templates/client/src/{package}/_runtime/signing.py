"""Signatures of requests."""

import hashlib
import hmac
from collections.abc import Mapping

from ..platform import SIGNING
from .masking import MASK


def base_string(parameters: Mapping[str, str]) -> str:
    """Names and values of all parameters, sorted by name and joined without anything between."""
    return "".join([name + parameters[name] for name in sorted(parameters)])


def sign(parameters: Mapping[str, str], secret: bytes, sign_method: str) -> str:
    """The signature of the parameters, exactly as they will be sent."""
    text = base_string(parameters).encode()
    match SIGNING[sign_method]:
        case "md5":
            digest = hashlib.md5(secret + text + secret, usedforsecurity=False)
            return digest.hexdigest().upper()
        case "hmac_md5":
            return hmac.digest(secret, text, "md5").hex().upper()
        case "hmac_sha256":
            return hmac.digest(secret, text, "sha256").hex().upper()


def explain(parameters: Mapping[str, str], secret: bytes, sign_method: str) -> str:
    """How the signature came about, with the secrets masked."""
    shown = {name: MASK if name == "session" else text for name, text in parameters.items()}
    text = base_string(shown)
    recipe = {
        "md5": f"MD5({MASK}{text}{MASK})",
        "hmac_md5": f"HMAC-MD5(key={MASK}, {text})",
        "hmac_sha256": f"HMAC-SHA256(key={MASK}, {text})",
    }[SIGNING[sign_method]]
    lines = [
        "How this request is signed",
        "1. 除文件外的全部参数（含公共参数，不含 sign），按名称的字节序排序：",
        *(f"   {name} = {shown[name]}" for name in sorted(shown)),
        f"2. 名与值首尾相接，按 UTF-8 编码：{text}",
        f"3. {recipe}（{MASK} 代替 AppSecret 与 session）",
        f"4. 转为大写十六进制：{sign(parameters, secret, sign_method)}",
    ]
    return "\n".join(lines)
