"""Every page: its address, its name, and the permission without which it stays shut. One line each.

Groups stand in the order of the service navigation. `menu` puts a door into the navigation.
"""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from alongside.web import sign_in
from alongside.web.doors import door
from alongside.web.openness import Open
from alongside.web.pages import demo, gallery, home

READ = ("GET",)

urlpatterns: list[URLPattern | URLResolver] = [
    door("", home.home, "home", needs=Open.TO_ANYONE, methods=READ),
    door("accessibility", home.accessibility, "accessibility", needs=Open.TO_ANYONE, methods=READ),
    door("privacy", home.privacy, "privacy", needs=Open.TO_ANYONE, methods=READ),
    door("cookies", home.cookies, "cookies", needs=Open.TO_ANYONE, methods=READ),
    door("brand.css", home.brand_style_sheet, "brand_style_sheet", needs=Open.TO_ANYONE, methods=READ),
    path("", include("alongside.web.routes.advice")),
    path("", include("alongside.web.routes.casework")),
    path("", include("alongside.web.routes.requests")),
    path("", include("alongside.web.routes.plans")),
    path("", include("alongside.web.routes.plan_checks")),
    path("", include("alongside.web.routes.plan_items")),
    path("", include("alongside.web.routes.family")),
    path("", include("alongside.web.routes.oversight")),
    path("", include("alongside.web.routes.reviews")),
    path("", include("alongside.web.routes.law")),
    path("", include("alongside.web.routes.area")),
    path("", include("alongside.web.routes.returns")),
    path("", include("alongside.web.routes.samples")),
    path("", include("alongside.web.routes.emergencies")),
    path("account/", include(sign_in.urlpatterns())),
]


def demo_doors() -> list[URLPattern]:
    """What hangs only where everybody is made up."""
    return [
        door("demo", demo.choose, "demo", needs=Open.TO_ANYONE),
        door("gallery", gallery.show, "gallery", needs=Open.TO_ANYONE),
        door("gallery/confirm", gallery.confirm, "gallery_confirm", needs=Open.TO_ANYONE),
    ]


if settings.DEMO:
    urlpatterns += demo_doors()
