using Portal.Web.Api.Accounts;

namespace Portal.Web.Pages.Broker.EditContacts;

/// <summary>A contact as it is typed.</summary>
public sealed record ContactForm
{
    public string? Name { get; init; }

    public string? Email { get; init; }

    public string? Mobile { get; init; }

    /// <summary>The Client Center toggle; a check box that is not checked is not sent.</summary>
    public bool Access { get; init; }

    /// <summary>Names what the person saw before changing it.</summary>
    public string? Etag { get; init; }

    public static ContactForm Of(Contact contact) => new()
    {
        Name = contact.Name,
        Email = contact.Email,
        Mobile = contact.Mobile,
        Access = contact.Access,
        Etag = contact.Etag,
    };

    public ContactDetails Details() =>
        new(Name?.Trim() ?? "", Email?.Trim() ?? "", string.IsNullOrWhiteSpace(Mobile) ? null : Mobile.Trim(), Access);
}
