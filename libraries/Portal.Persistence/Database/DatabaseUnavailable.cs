using Portal.ServiceDefaults.Results;

namespace Portal.Persistence.Database;

internal sealed record DatabaseUnavailable() : Unavailable(
    "database-unavailable", "The database does not answer at the moment; try again in a few seconds.");
