"""What several test files start from."""
import pytest
from keytool import PASSWORD


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder for wallets, with a password file in it."""
    monkeypatch.setenv("BT_WALLET_PATH", str(tmp_path))
    (tmp_path / "password").write_text(PASSWORD + "\n")
    return tmp_path
