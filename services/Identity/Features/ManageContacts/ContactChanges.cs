namespace Portal.Identity.Features.ManageContacts;

/// <summary>Words for what was changed of a contact, without the addresses and numbers themselves.</summary>
internal static class ContactChanges
{
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
