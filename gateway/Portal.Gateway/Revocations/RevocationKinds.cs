namespace Portal.Gateway.Revocations;

/// <summary>What can end before its time, in Identity's words.</summary>
internal static class RevocationKinds
{
    public const string Session = "session";
    public const string Delegation = "delegation";
    public const string Client = "client";
    public const string Token = "token";
}
