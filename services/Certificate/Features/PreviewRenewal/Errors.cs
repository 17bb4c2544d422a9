using Portal.ServiceDefaults.Results;

namespace Portal.Certificates.Features.PreviewRenewal;

internal sealed record RenewalUnnamed() : RuleViolation(
    "renewal-unnamed", "Name the client and 1 to 100 of its policies: ?client={id}&policy={id}&policy={id}.");

internal sealed record UnknownShare() : NotFound(
    "share-unknown", "There is no such holder; take shareId from GET /api/v1/renewal-recipients.");

internal sealed record PreviewIncomplete() : RuleViolation(
    "preview-incomplete", "The insured and the policies lack something; send them as POST /api/v1/clients/{id}/renewals?preview=true answered.");

internal sealed record NothingShown() : RuleViolation(
    "nothing-shown", "The holder is shown none of these policies; send those that POST /api/v1/clients/{id}/renewals?preview=true answered.");

internal sealed record AgencyNotKnownYet() : Unavailable(
    "agency-not-known-yet", "What the agency prints on its certificates is still on its way here; try again in a few seconds.");
