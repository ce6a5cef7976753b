import re

from web.test_decisions import *  # noqa


def test_dbg(cast, signed_in):
    refuse(cast)
    client = signed_in(cast.officer)
    page = client.post(
        at(cast, "reconsider"), {"reason": "New evidence from the hospital came in."}, follow=True
    ).content.decode()
    i = page.find("error-summary")
    print(re.sub(r"<[^>]+>", " ", page[i : i + 2500]))
    assert 0
