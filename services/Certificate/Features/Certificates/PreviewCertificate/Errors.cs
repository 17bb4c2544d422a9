using Portal.ServiceDefaults.Results;

namespace Portal.Certificates.Features.Certificates.PreviewCertificate;

internal sealed record ShareNotFound() : NotFound(
    "share-not-found", "There is no such holder; take shareId from GET /api/v1/renewal-recipients.");

internal sealed record PreviewIncomplete() : RuleViolation(
    "preview-incomplete",
    "The insured and the policies lack something; send them as POST /api/v1/clients/{id}/renewals?preview=true "
    + "answered.");

internal sealed record NothingShown() : RuleViolation(
    "nothing-shown",
    "The holder is shown none of these policies; send those that POST /api/v1/clients/{id}/renewals?preview=true "
    + "answered.");

internal sealed record AgencyUnavailable() : Unavailable(
    "agency-unavailable",
    "What the agency prints on its certificates is still on its way here; try again in a few seconds.");
