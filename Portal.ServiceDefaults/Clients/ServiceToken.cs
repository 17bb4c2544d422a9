namespace Portal.ServiceDefaults.Clients;

/// <summary>An access token of this service.</summary>
internal sealed record ServiceToken(string Value, DateTimeOffset ExpiresAt)
{
    /// <summary>Without the token, which a reader of the log could use.</summary>
    public override string ToString() => $"ServiceToken {{ ExpiresAt = {ExpiresAt:O} }}";
}
