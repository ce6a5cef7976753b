import pytest

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def test_shots(cast, open_browser, sign_in_as):
    context = open_browser()
    sign_in_as(context, cast.data_officer)
    page = context.new_page()
    for name, path in {
        "list": "/area",
        "add": "/area/people/add",
        "person": f"/area/people/{cast.officer.account}",
        "orgs": "/area/organisations",
        "details": "/area/details",
    }.items():
        for w in (1280, 320):
            page.set_viewport_size({"width": w, "height": 900})
            page.goto(path)
            page.screenshot(path=f"/tmp/ends/{name}{w}.png", full_page=True)
