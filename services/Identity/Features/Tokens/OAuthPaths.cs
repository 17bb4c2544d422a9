namespace Portal.Identity.Features.Tokens;

/// <summary>Paths that others of the service name too.</summary>
internal static class OAuthPaths
{
    public const string Token = "/connect/token";
}
