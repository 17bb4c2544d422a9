namespace Portal.Web.Api.Accounts;

/// <summary>A person at a client.</summary>
/// <param name="Id"><c>primary</c>, or the id of a further contact.</param>
/// <param name="Name">Name of the person.</param>
/// <param name="Email">Address, by which the person signs in.</param>
/// <param name="Mobile">Number in E.164.</param>
/// <param name="Access">Whether the person may sign in to the Client Center.</param>
/// <param name="Etag">Names what was read.</param>
public sealed record Contact(string Id, string Name, string Email, string? Mobile, bool Access, string Etag)
{
    public bool IsPrimary => Id == "primary";
}

/// <summary>The people at a client, the primary contact first.</summary>
public sealed record ContactList(IReadOnlyList<Contact> Items);

/// <summary>A contact as a person types it.</summary>
public sealed record ContactDetails(string Name, string Email, string? Mobile, bool Access);
