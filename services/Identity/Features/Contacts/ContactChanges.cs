using Portal.Identity.Domain.Accounts;
using Portal.Identity.Domain.SignIns;

namespace Portal.Identity.Features.Contacts;

/// <summary>Words for a contact and what was changed of it, without whole addresses and numbers.</summary>
internal static class ContactChanges
{
    /// <summary>Who it is, with the address as far as it may be told.</summary>
    public static string Describe(FurtherContact contact) => $"{contact.Name}, {Mask.Email(contact.Email)}";

    /// <summary>What of the contact was changed.</summary>
    public static string Describe(string who, bool name, bool email, bool mobile)
    {
        var parts = new List<string>();
        if (name)
        {
            parts.Add("name");
        }

        if (email)
        {
            parts.Add("e-mail");
        }

        if (mobile)
        {
            parts.Add("mobile");
        }

        return $"{who}: {string.Join(", ", parts)}";
    }
}
