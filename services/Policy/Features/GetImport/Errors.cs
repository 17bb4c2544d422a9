using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.GetImport;

internal sealed record ImportNotFound() : NotFound(
    "import-not-found", "There is no import with this id; POST /api/v1/imports answers one.");
