namespace Portal.AppHost;

/// <summary>Where a running portal is, and how to try it.</summary>
/// <param name="Mail">Null when mail goes to a relay that was given from outside.</param>
/// <param name="Dashboard">
/// Address that opens the operator's dashboard, signed in by its token; null where it is off.
/// </param>
internal sealed record RunDescription(
    string Gateway,
    string? Mail,
    string? Dashboard,
    RunDescription.PartnerClient Partner,
    IReadOnlyList<RunDescription.Login> Logins)
{
    internal sealed record PartnerClient(string ClientId, string ClientSecret);

    internal sealed record Login(string Role, string Email);
}
