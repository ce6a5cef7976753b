"""The pages that say no: not allowed, not found, wrong request, expired form, fault. Django calls some of them."""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

NOT_YOURS = "Your account does not let you do this. If your work needs it, ask your manager to have it added."


def not_allowed(request: HttpRequest, sentence: str) -> HttpResponse:
    """403, with the sentence that says what is not allowed and what to do."""
    return render(request, "pages/errors/not_allowed.html", {"sentence": sentence}, status=403)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403 from Django or from a library: their own words are shown only where they are a sentence for people."""
    words = str(exception) if isinstance(exception, PermissionDenied) else ""
    return not_allowed(request, words if words.endswith(".") else NOT_YOURS)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404. The same page for what does not exist and for what this person may not know of."""
    return render(request, "pages/errors/not_found.html", status=404)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: something in the address or the form that no page of ours could have sent."""
    return render(request, "pages/errors/bad_request.html", status=400)


def too_large(request: HttpRequest, size: int) -> HttpResponse:
    """413, before the body is read. Stands alone: who asks is not known yet."""
    sizes = {"size": f"{size / 1_000_000:.0f} MB", "most": f"{settings.MAX_UPLOAD_BYTES / 1_000_000:.0f} MB"}
    return HttpResponse(render_to_string("pages/errors/too_large.html", sizes), status=413)


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 where the token against forged forms is missing or old (settings.CSRF_FAILURE_VIEW)."""
    return render(request, "pages/errors/form_expired.html", status=403)


def server_error(request: HttpRequest) -> HttpResponse:
    """500. Stands alone: whatever failed may also be what draws the other pages."""
    return HttpResponse(render_to_string("pages/errors/fault.html"), status=500)
