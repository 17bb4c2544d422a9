namespace Portal.ServiceDefaults.Clients;

/// <summary>An access token of this service.</summary>
internal sealed record ServiceToken(string Value, DateTimeOffset ExpiresAt)
{
    /// <summary>Never tells the token, which would let whoever reads the log use it.</summary>
    public override string ToString() => $"ServiceToken {{ ExpiresAt = {ExpiresAt:O} }}";
}
