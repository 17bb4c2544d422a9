namespace Portal.Web.Tests.Support;

/// <summary>A partner client of the agency.</summary>
internal sealed class FakePartner(string id, string name, string[] scopes, string authentication)
{
    public string Id => id;

    public bool Disabled { get; set; }

    public object ToJson() => new
    {
        id,
        name,
        scopes,
        authentication,
        disabled = Disabled,
        disabledAt = Disabled ? DateTimeOffset.UtcNow : (DateTimeOffset?)null,
        createdAt = DateTimeOffset.UtcNow.AddDays(-40),
        lastUsedAt = DateTimeOffset.UtcNow.AddMinutes(-12),
        secrets = authentication == "secret"
            ? new[]
            {
                new
                {
                    id = Guid.CreateVersion7(),
                    createdAt = DateTimeOffset.UtcNow.AddDays(-40),
                    expiresAt = (DateTimeOffset?)null,
                    lastUsedAt = (DateTimeOffset?)DateTimeOffset.UtcNow,
                },
            }
            : [],
        keys = Array.Empty<object>(),
    };
}
