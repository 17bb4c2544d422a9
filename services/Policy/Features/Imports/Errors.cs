using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.Imports;

internal sealed record ImportNotFound() : NotFound(
    "import-not-found", "There is no import with this id; POST /api/v1/imports answers one.");

internal sealed record ImportOfWholeAgency() : Forbidden(
    "import-of-whole-agency",
    "The token is bounded to one client, and an import may name any; use a token that is not bounded.");
