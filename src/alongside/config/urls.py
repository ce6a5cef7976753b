"""Where each entrance hangs, and the pages that say no."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("alongside.web.urls")),
]

handler400 = "alongside.web.refused.bad_request"
handler403 = "alongside.web.refused.permission_denied"
handler404 = "alongside.web.refused.not_found"
handler500 = "alongside.web.refused.server_error"
