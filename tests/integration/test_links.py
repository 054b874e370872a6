"""Links as they are handed out."""

from pathlib import Path

import pytest
from integration.harness import Browser, running


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_links_of_a_public_address_come_with_a_line_and_a_qr_code(tmp_path: Path, language: str) -> None:
    """[ACCESS-50] Each link has one line for the call's chat and a QR code, at the public address."""
    async with running(tmp_path, public_url="https://canvas.example.org") as server:
        made = await Browser(server.address).make(language=language)
    links = made["links"]
    assert links["localOnly"] is False
    for role in ("facilitator", "participant", "observer"):
        url = links[role]["url"]
        assert url.startswith(f"https://canvas.example.org/w/{made['id']}/#")
        assert url in links[role]["line"] and "Onze alliantie" in links[role]["line"]
        assert links[role]["qr"].startswith("<svg")
    assert {"nl": "Doe mee", "en": "Join"}[language] in links["participant"]["line"]


async def test_links_of_this_computer_say_so(tmp_path: Path) -> None:
    """[ACCESS-51] Links of a server that only this computer reaches are marked as such."""
    async with running(tmp_path) as server:
        made = await Browser(server.address).make()
    assert made["links"]["localOnly"] is True
