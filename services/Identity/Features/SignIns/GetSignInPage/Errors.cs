using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.SignIns.GetSignInPage;

internal sealed record AgencyNotFound() : NotFound(
    "agency-not-found",
    "There is no agency of this name; take the address of the sign-in page from your agency's own site.");
