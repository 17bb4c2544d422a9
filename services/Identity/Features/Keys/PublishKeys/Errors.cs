using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.Keys.PublishKeys;

/// <summary>The keys can't be read at the moment.</summary>
internal sealed record KeysUnavailable(string Detail) : Unavailable("keys-unavailable", Detail);
