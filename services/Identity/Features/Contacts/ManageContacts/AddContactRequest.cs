namespace Portal.Identity.Features.Contacts.ManageContacts;

/// <summary>A further contact of a client.</summary>
public sealed record AddContactRequest
{
    public string? Name { get; init; }

    public string? Email { get; init; }

    /// <summary>An American number as people write it, or any in E.164.</summary>
    public string? Mobile { get; init; }

    /// <summary>The Client Center toggle; off unless it is said.</summary>
    public bool Access { get; init; }
}
