"""`myelin key` for tests: runs it without a terminal and checks its exit status."""
import subprocess

from localnet import program

PASSWORD = "Golden-Passw0rd!"
STEP_LIMIT_S = 120  # a password costs seconds of Argon2


def key(*words, status=0, text=""):
    """Standard output, or standard error when the expected status is not 0."""
    done = subprocess.run([program(), "key", *map(str, words)], input=text, capture_output=True,
                          text=True, timeout=STEP_LIMIT_S, start_new_session=True)
    assert done.returncode == status, done.stdout + done.stderr
    return done.stdout if status == 0 else done.stderr
